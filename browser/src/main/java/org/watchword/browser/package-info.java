/// Drives a real browser: the browser tests, and the pictures of the documentation.
///
/// {@link Chromium} is the system's browser, {@link Sitting} one person at it on a {@link Device},
/// whose touches are counted and whose browser's complaints are kept; {@link Axe} looks for what
/// shuts people out. Nothing else of the build sees this module or what it pulls in.
@NullMarked
package org.watchword.browser;

import org.jspecify.annotations.NullMarked;
