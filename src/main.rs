//! The page: mounts the interface.

fn main() {}
