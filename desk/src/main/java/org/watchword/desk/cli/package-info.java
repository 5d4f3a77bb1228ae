/// The commands a person types, and the settings file beside the data.
///
/// Exit statuses: 0 well, 1 a finding, 2 wrong use or unusable input, 3 the surroundings. Every
/// message is one sentence that says what to do.
@NullMarked
package org.watchword.desk.cli;

import org.jspecify.annotations.NullMarked;
