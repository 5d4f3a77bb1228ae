/// Measures the desk with its peers in the same run.
@NullMarked
package org.watchword.bench;

import org.jspecify.annotations.NullMarked;
