//! Sign, verify, show: every wait, behind one window on the world.
