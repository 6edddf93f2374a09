//! What verbs and nouns mean for a timeline, looked up by the hash of the word.
//!
//! What rules ask for together is a [`Sense`], what one question of theirs is a [`Group`]; the lists are `verbs.txt`,
//! `words.txt` and `nouns.txt`.

use crate::document::{Document, WordMap, word_hash};
use crate::grammar;
use crate::lists::rows;
use std::sync::OnceLock;

/// What a verb says of its clause, several at once; see `verbs.txt`; or a word of another class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sense(u64);

/// Declares the senses with their names in the lists.
macro_rules! senses {
    ($($(#[$note:meta])* $name:ident = $word:literal;)*) => {
        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name),* }
        impl Sense {
            $($(#[$note])* pub(super) const $name: Sense = Sense(1 << Bit::$name as u32);)*
        }
        const SENSES: &[(&str, Sense)] = &[$(($word, Sense::$name)),*];
    };
}

/// The same of the groups.
macro_rules! groups {
    ($($name:ident = $word:literal;)*) => {
        /// Words that a rule looks for; what they are `words.txt` says.
        #[derive(Clone, Copy, Debug)]
        pub(super) enum Group { $($name),* }
        const GROUPS: &[(&str, Group)] = &[$(($word, Group::$name)),*];
    };
}

senses! {
    STATE = "state";
    SAY = "say";
    ACT = "act";
    UNREAL = "unreal";
    LIGHT = "light";
    /// A noun that names an event.
    EVENT = "event";
    EFFECT = "effect";
    FALSE = "false";
    CANCEL = "cancel";
    STOP = "stop";
    DETERMINER = "determiner";
    PREPOSITION = "preposition";
    MONTH = "month";
    DAY = "day";
    POINTER = "pointer";
    LEADING = "leading";
    TRAILING = "trailing";
    DOUBT = "doubt";
    REPORT = "report";
    WRONG = "wrong";
    SPEAKER = "speaker";
    NOBODY = "nobody";
    UNIT = "unit";
    CONDITION = "condition";
    WITHIN = "within";
    PLAN = "plan";
    MEASURE = "measure";
    ORIGIN = "origin";
    CLAIM = "claim";
    ASIDE = "aside";
    /// A step in a life or a career: told in passing unless it is the news.
    CAREER = "career";
    /// What a court does, and who speaks there: what it is about was earlier.
    COURT = "court";
    /// Who found out something that is no event.
    STUDY = "study";
    /// What anyone may put before the world.
    POSTED = "posted";
    /// Followed by what is only meant: `a plan to …`.
    INTENT = "intent";
    /// What someone else is to do: `urged people to leave`.
    BIDDING = "bidding";
    /// A time of its own: `in her childhood`.
    ERA = "era";
    /// Of a day that was fixed beforehand: `planned for May`.
    FIXED = "fixed";
    /// Its past looks like its present: `will close the plant and cut 600 jobs`.
    TENSELESS = "tenseless";
    /// `originally set for May`: no longer.
    AT_FIRST = "first";
    /// What no one has who does not mean to: `no intention of selling`.
    WILL = "will";
    /// Said by nobody in particular: `it is rumoured that`.
    RUMOUR = "rumour";
    /// An act of its own where nothing is said: `nine engines responded`.
    BARE = "bare";
    /// Says no more than that someone says so.
    UNPROVED = "unproved";
    /// Done in an event: `won Sunday’s runoff`.
    CONTEST = "contest";
    /// What follows was thought of: `had expected an eruption in May`.
    SUPPOSED = "supposed";
    /// Says that something came about, but not what: `began with a mistake`.
    ONSET = "onset";
    /// Leads to what follows: `shortly after`.
    NEAR = "near";
    /// Found out and written down by someone: what it says was done before.
    RECORD = "record";
    /// Who someone was for a time: `as a child`.
    STAGE = "stage";
    /// A sudden event that people die in.
    DISASTER = "disaster";
    /// What such an event does to people and things.
    TOLL = "toll";
    /// Says who or what is to blame.
    BLAME = "blame";
    /// Calls something of another time to mind: `recalled the flood in 1953`.
    ABOUT = "about";
    /// Says itself that nothing was done: `refrained from voting`.
    UNDONE = "undone";
    /// A noun that `that` tells the content of: `a sign that sales rise`.
    CONTENT = "content";
    /// Something only proposed: what it says in the present is not so.
    PROPOSED = "proposed";
    /// What came of something, or its means: `…, forcing hundreds to flee`.
    RESULT = "result";
    /// A noun that `in which` tells the content of: `a speech in which …`.
    MESSAGE = "message";
    /// Done to someone with an object behind it: `was given a medal`.
    GIVEN = "given";
    /// Comes to a post, a place or a firm: `took over`, `joined`.
    ENTRY = "entry";
    /// What takes longer than coming there: `built it into`, `spent nine years`.
    GROWTH = "growth";
    /// Done to someone for what they did: `jailed for killing a man in 2019`.
    PUNISHED = "punished";
    /// What accounts and statistics count over a length of time.
    FIGURE = "figure";
}

groups! {
    Common = "common";
    Aftermath = "aftermath";
    Vague = "vague";
    Paper = "paper";
    Timed = "timed";
    Kin = "kin";
    Work = "work";
    Rule = "rule";
    Arranged = "arranged";
    Naming = "naming";
    Settled = "settled";
    Lasting = "lasting";
    Fate = "fate";
    Step = "step";
    Managed = "managed";
    Quality = "quality";
    Blank = "blank";
    Change = "change";
    Many = "many";
    Often = "often";
    Wrongly = "wrongly";
    Never = "never";
    Text = "text";
    Amended = "amended";
    Vote = "vote";
    Take = "take";
    Brief = "brief";
    Stage = "stage";
    Blow = "blow";
    Moment = "moment";
    Post = "post";
    Made = "made";
    Share = "share";
    Numeral = "numeral";
    Owner = "owner";
    Left = "left";
    Stuck = "stuck";
    Lent = "lent";
    Reply = "reply";
    Accuser = "accuser";
    Issued = "issued";
    Shown = "shown";
    Held = "held";
    Charged = "charged";
    Ended = "ended";
    Coming = "coming";
    Ahead = "ahead";
    Readied = "readied";
    Minded = "minded";
    Apart = "apart";
    Alone = "alone";
    Tells = "tells";
    Written = "written";
    Gathered = "gathered";
    Hearers = "hearers";
    Standing = "standing";
    Halted = "halted";
    Ordinal = "ordinal";
    Opening = "opening";
    Reaction = "reaction";
    Site = "site";
    Office = "office";
    Medium = "medium";
    Shunned = "shunned";
    Vacancy = "vacancy";
    Rewarded = "rewarded";
    Finished = "finished";
    Graded = "graded";
    Games = "games";
    Aimed = "aimed";
    Mutual = "mutual";
    Journey = "journey";
    Place = "place";
    Series = "series";
    Scored = "scored";
    Suspect = "suspect";
    Provision = "provision";
    Provides = "provides";
    Enacted = "enacted";
}

impl Sense {
    /// These senses and those of `more`.
    pub(super) const fn with(self, more: Sense) -> Sense {
        Sense(self.0 | more.0)
    }

    /// These senses but those of `less`.
    pub(super) const fn without(self, less: Sense) -> Sense {
        Sense(self.0 & !less.0)
    }

    /// True when the word has any of these senses.
    pub(super) const fn is(self, of: Sense) -> bool {
        self.0 & of.0 != 0
    }
}

/// What a word is: its senses, and a bit for each group.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    sense: Sense,
    groups: u128,
}

/// The senses of token `at`.
pub(super) fn sense_at(doc: &Document, at: u32) -> Sense {
    doc.tokens.get(at as usize).map_or(Sense::default(), |token| sense(token.hash))
}

/// The senses of a word, none for one that is in no list.
pub(super) fn sense(hash: u64) -> Sense {
    table().get(hash).map_or(Sense::default(), |word| word.sense)
}

/// True where token `at` is a word of the group.
pub(super) fn is_of(doc: &Document, at: u32, group: Group) -> bool {
    doc.tokens.get(at as usize).is_some_and(|token| holds(group, token.hash))
}

/// True of a word of the group.
pub(super) fn holds(group: Group, hash: u64) -> bool {
    table().get(hash).is_some_and(|word| word.groups >> group as u32 & 1 == 1)
}

fn table() -> &'static WordMap<Word> {
    static TABLE: OnceLock<WordMap<Word>> = OnceLock::new();
    TABLE.get_or_init(read)
}

fn named<T: Copy>(list: &[(&str, T)], name: &str) -> Option<T> {
    list.iter().find(|entry| entry.0 == name).map(|entry| entry.1)
}

fn read() -> WordMap<Word> {
    let mut table = WordMap::default();
    let mut add = |word: &str, sense: Sense, groups: u128| {
        let known: &mut Word = table.entry(word_hash(word));
        known.sense = known.sense.with(sense);
        known.groups |= groups;
    };
    for line in rows!("verbs.txt") {
        let Some((name, verbs)) = line.split_once(": ") else { continue };
        let sense = named(SENSES, name).unwrap_or_default();
        for verb in verbs.split_whitespace() {
            grammar::forms(verb).iter().for_each(|form| add(form, sense, 0));
            if verb == "be" {
                ["is", "are", "was", "were", "am", "been", "being", "'re", "’re", "'m", "’m"]
                    .iter()
                    .for_each(|form| add(form, sense, 0));
            }
            if verb == "have" {
                ["has", "had"].iter().for_each(|form| add(form, sense, 0));
            }
        }
    }
    for line in rows!("words.txt") {
        let Some((name, words)) = line.split_once(": ") else { continue };
        let sense = named(SENSES, name).unwrap_or_default();
        let groups = named(GROUPS, name).map_or(0, |group| 1 << group as u32);
        words.split_whitespace().for_each(|word| add(word, sense, groups));
    }
    for noun in rows!("nouns.txt").flat_map(str::split_whitespace) {
        let mut add = |word: &str| add(word, Sense::EVENT, 0);
        add(noun);
        add(&format!("{noun}s"));
        if let Some(stem) = noun.strip_suffix('y') {
            add(&format!("{stem}ies"));
        } else if noun.ends_with("sis") {
            add(&format!("{}es", &noun[..noun.len() - 2]));
        } else if noun.ends_with(['h', 's']) {
            add(&format!("{noun}es"));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_of_a_sense_or_group_that_is_known() {
        for line in rows!("verbs.txt").chain(rows!("words.txt")) {
            let name = line.split_once(": ").map_or(line, |(name, _)| name);
            assert!(named(SENSES, name).is_some() || named(GROUPS, name).is_some(), "unknown: {name}");
        }
    }
}
