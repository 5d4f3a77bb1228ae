package org.watchword.desk.delivery;

/// The gateway file `json.yaml`.
class SmsInJsonShape extends SmsContract {
    @Override
    String shape() {
        return "json";
    }
}
