//! The import table of the house.
