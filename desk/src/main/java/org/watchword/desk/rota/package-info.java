@NullMarked
package org.watchword.desk.rota;

import org.jspecify.annotations.NullMarked;
