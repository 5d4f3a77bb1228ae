@NullMarked
package org.watchword.desk.accounts;

import org.jspecify.annotations.NullMarked;
