package org.watchword.desk.watch;

import org.watchword.desk.accounts.People;
import org.watchword.desk.delivery.Addresses;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.rota.Rota;

/// Where the watch learns who there is, who is on duty, and how each can be reached.
public record Team(People people, Rota rota, Addresses addresses, Channels channels) {}
