package org.watchword.desk.basis;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// What one room can say about "Before the first night"; each looks at its own rows anew.
public interface Ticks {
    List<Tick> now(Handle handle);
}
