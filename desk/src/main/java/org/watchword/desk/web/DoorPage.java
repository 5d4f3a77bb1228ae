package org.watchword.desk.web;

/// What stands behind a door: how it looks now, and what takes what is typed there.
public interface DoorPage {
    DoorLook look();

    /// Takes what stood in the two fields, whatever it is, and returns once it is durable.
    void take(String first, String second);
}
