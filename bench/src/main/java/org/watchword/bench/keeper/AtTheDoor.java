package org.watchword.bench.keeper;

/// The same desk, checked in at over HTTP.
final class AtTheDoor implements Keeper {
    private final DeskKeeper desk;

    AtTheDoor(DeskKeeper desk) {
        this.desk = desk;
    }

    @Override
    public Client client() {
        var line = new DoorLine(desk.doorPort());
        return new Client() {
            @Override
            public void checkIn(int timer) {
                line.say(desk.card(timer));
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    @Override
    public void arm(int timer) {
        desk.arm(timer);
    }

    @Override
    public Alarms alarms() {
        return desk.alarms();
    }

    @Override
    public void settle() {
        desk.settle();
    }

    @Override
    public void close() {
        desk.close();
    }
}
