package org.watchword.desk.delivery;

/// The gateway file `kannel.yaml`.
class SmsInKannelShape extends SmsContract {
    @Override
    String shape() {
        return "kannel";
    }
}
