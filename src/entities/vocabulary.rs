//! The words that the rules know, by class; the list is `rules.txt`. Absent here: what the trained model knows of words.

use crate::document::{WordMap, word_hash};
use crate::lists::rows;
use std::sync::OnceLock;

/// Declares the classes with their names in `rules.txt`.
macro_rules! classes {
    ($($name:ident = $word:literal),* $(,)?) => {
        /// Classes of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Rule { $($name),* }
        const CLASSES: &[(&str, Rule)] = &[$(($word, Rule::$name)),*];
    };
}

classes! {
    Ending = "ending",
    Body = "body",
    Club = "club",
    Honorific = "honorific",
    Rank = "rank",
    Title = "title",
    Never = "never",
    Feast = "feast",
    Day = "day",
    Particle = "particle",
    Generation = "generation",
    Compass = "compass",
    Modifier = "modifier",
    Tie = "tie",
    Say = "say",
    Joined = "joined",
    Office = "office",
    Step = "step",
    Sort = "sort",
    Behind = "behind",
    Man = "man",
    Woman = "woman",
    Ground = "ground",
    Gathering = "gathering",
    Paper = "paper",
    Scheme = "scheme",
    Surname = "surname",
    Human = "human",
    Joint = "joint",
    Honour = "honour",
    Storm = "storm",
    House = "house",
    Purpose = "purpose",
    Chamber = "chamber",
    Field = "field",
    Illness = "illness",
    Trade = "trade",
    Given = "given",
    State = "state",
    Vessel = "vessel",
    Half = "half",
    Force = "force",
    Enterprise = "enterprise",
    Settlement = "settlement",
    Dweller = "dweller",
    Asset = "asset",
    Owned = "owned",
    Ledger = "ledger",
    Stake = "stake",
    Player = "player",
    Follower = "follower",
    Branch = "branch",
    Maker = "maker",
    Work = "work",
    Desk = "desk",
    Part = "part",
    Lead = "lead",
    Report = "report",
    Clerk = "clerk",
    Unit = "unit",
    Match = "match",
    Auxiliary = "auxiliary",
    Post = "post",
    Grade = "grade",
    Ranked = "ranked",
    Past = "past",
    Loose = "loose",
    Ship = "ship",
    Plain = "plain",
    Sail = "sail",
    Lawsuit = "lawsuit",
    Raid = "raid",
    Seat = "seat",
    News = "news",
    Side = "side",
    Code = "code",
    Firm = "firm",
    Faith = "faith",
    Serviceman = "serviceman",
    Bearer = "bearer",
    Spot = "spot",
    Someone = "someone",
    Court = "court",
    Deity = "deity",
    Sport = "sport",
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules(u128);

impl Rules {
    /// True when the word is of the class.
    #[inline]
    pub fn has(self, rule: Rule) -> bool {
        self.0 >> rule as u32 & 1 == 1
    }

    /// True when the word is of any class.
    #[inline]
    pub fn any(self) -> bool {
        self.0 != 0
    }
}

/// True when the word with this [`word_hash`] is of the class.
#[inline]
pub fn is(hash: u64, rule: Rule) -> bool {
    rules(hash).has(rule)
}

/// The classes of the word with this [`word_hash`], where more than one is asked for.
#[inline]
pub fn rules(hash: u64) -> Rules {
    static WORDS: OnceLock<WordMap<u128>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = WordMap::<u128>::default();
        for line in rows!("rules.txt") {
            let Some((class, list)) = line.split_once(": ") else { continue };
            let rule = CLASSES.iter().find(|(name, _)| *name == class).map_or(0, |(_, rule)| 1u128 << *rule as u32);
            list.split(' ').for_each(|word| *words.entry(word_hash(word)) |= rule);
        }
        words
    });
    Rules(words.get(hash).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_of_a_class_that_is_used() {
        for line in rows!("rules.txt") {
            let class = line.split_once(": ").map_or(line, |(class, _)| class);
            assert!(CLASSES.iter().any(|(name, _)| *name == class), "no class {class}");
        }
        assert!(is(word_hash("Corp."), Rule::Ending) && !is(word_hash("Corp."), Rule::Tie));
    }
}
