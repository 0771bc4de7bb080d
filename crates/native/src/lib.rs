//! This machine as a host: HTTPS with pins, clock, disk, the demo world.
