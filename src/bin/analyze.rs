//! The engine as a command: `analyze [FILE|-] …` and `analyze --batch`.

fn main() {}
