/// Drives a real browser: the browser tests, and the pictures of the documentation.
@NullMarked
package org.watchword.browser;

import org.jspecify.annotations.NullMarked;
