/// People before their screens: each {@link Visitor} has a cookie jar, opens pages, fills the very
/// forms that stand on them and sends them off.
///
/// A form is found by where it goes; its hidden fields, chosen options and ticked boxes go along as
/// a browser would send them. What is refused is known by its status, as it is to a browser.
///
/// It must not know a story, nor what a page is about beyond its doors: signing in and unlocking.
@NullMarked
package org.watchword.story.visit;

import org.jspecify.annotations.NullMarked;
