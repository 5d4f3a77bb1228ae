// Renews the parts of a page while it is looked at.
