/// Reaches people, and hears from them, without knowing why.
@NullMarked
package org.watchword.desk.delivery;

import org.jspecify.annotations.NullMarked;
