//! What verbs and nouns mean for a timeline, looked up by the hash of the word.

use crate::document::{Document, WordMap, word_hash};
use crate::grammar;
use crate::lists::rows;
use std::sync::OnceLock;

/// What a verb says of its clause, several at once; see `verbs.txt`; or a word of another class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sense(u64);

impl Sense {
    pub(super) const STATE: Sense = Sense(1);
    pub(super) const SAY: Sense = Sense(2);
    pub(super) const ACT: Sense = Sense(4);
    pub(super) const UNREAL: Sense = Sense(8);
    pub(super) const LIGHT: Sense = Sense(16);
    /// A noun that names an event.
    pub(super) const EVENT: Sense = Sense(32);
    pub(super) const EFFECT: Sense = Sense(64);
    pub(super) const FALSE: Sense = Sense(128);
    pub(super) const CANCEL: Sense = Sense(256);

    // Classes of `words.txt`.
    pub(super) const STOP: Sense = Sense(1 << 9);
    pub(super) const DETERMINER: Sense = Sense(1 << 10);
    pub(super) const PREPOSITION: Sense = Sense(1 << 11);
    pub(super) const MONTH: Sense = Sense(1 << 12);
    pub(super) const DAY: Sense = Sense(1 << 13);
    pub(super) const POINTER: Sense = Sense(1 << 14);
    pub(super) const LEADING: Sense = Sense(1 << 15);
    pub(super) const TRAILING: Sense = Sense(1 << 16);
    pub(super) const DOUBT: Sense = Sense(1 << 17);
    pub(super) const REPORT: Sense = Sense(1 << 18);
    pub(super) const WRONG: Sense = Sense(1 << 19);
    pub(super) const SPEAKER: Sense = Sense(1 << 20);
    pub(super) const NOBODY: Sense = Sense(1 << 21);
    pub(super) const UNIT: Sense = Sense(1 << 22);
    pub(super) const CONDITION: Sense = Sense(1 << 23);
    pub(super) const WITHIN: Sense = Sense(1 << 24);
    pub(super) const PLAN: Sense = Sense(1 << 25);
    pub(super) const MEASURE: Sense = Sense(1 << 26);
    pub(super) const ORIGIN: Sense = Sense(1 << 27);
    pub(super) const CLAIM: Sense = Sense(1 << 29);
    pub(super) const ASIDE: Sense = Sense(1 << 30);
    /// A step in a life or a career: told in passing unless it is the news.
    pub(super) const CAREER: Sense = Sense(1 << 31);
    /// What a court does, and who speaks there: what it is about was earlier.
    pub(super) const COURT: Sense = Sense(1 << 32);
    /// Who found out something that is no event.
    pub(super) const STUDY: Sense = Sense(1 << 33);
    /// What anyone may put before the world.
    pub(super) const POSTED: Sense = Sense(1 << 61);
    /// Followed by what is only meant: `a plan to …`.
    pub(super) const INTENT: Sense = Sense(1 << 34);
    /// What someone else is to do: `urged people to leave`.
    pub(super) const BIDDING: Sense = Sense(1 << 35);
    /// A time of its own: `in her childhood`.
    pub(super) const ERA: Sense = Sense(1 << 36);
    /// Of a day that was fixed beforehand: `planned for May`.
    pub(super) const FIXED: Sense = Sense(1 << 37);
    /// Its past looks like its present: `will close the plant and cut 600 jobs`.
    pub(super) const TENSELESS: Sense = Sense(1 << 38);
    /// `originally set for May`: no longer.
    pub(super) const AT_FIRST: Sense = Sense(1 << 39);
    /// What no one has who does not mean to: `no intention of selling`.
    pub(super) const WILL: Sense = Sense(1 << 40);
    /// Said by nobody in particular: `it is rumoured that`.
    pub(super) const RUMOUR: Sense = Sense(1 << 41);
    /// An act of its own where nothing is said: `nine engines responded`.
    pub(super) const BARE: Sense = Sense(1 << 42);
    /// Says no more than that someone says so.
    pub(super) const UNPROVED: Sense = Sense(1 << 43);
    /// Done in an event: `won Sunday’s runoff`.
    pub(super) const CONTEST: Sense = Sense(1 << 44);
    /// What follows was thought of: `had expected an eruption in May`.
    pub(super) const SUPPOSED: Sense = Sense(1 << 45);
    /// Says that something came about, but not what: `began with a mistake`.
    pub(super) const ONSET: Sense = Sense(1 << 28);
    /// Leads to what follows: `shortly after`.
    pub(super) const NEAR: Sense = Sense(1 << 50);

    /// Found out and written down by someone: what it says was done before.
    pub(super) const RECORD: Sense = Sense(1 << 46);
    /// Who someone was for a time: `as a child`.
    pub(super) const STAGE: Sense = Sense(1 << 47);
    /// A sudden event that people die in.
    pub(super) const DISASTER: Sense = Sense(1 << 49);
    /// What such an event does to people and things.
    pub(super) const TOLL: Sense = Sense(1 << 51);
    /// Says who or what is to blame.
    pub(super) const BLAME: Sense = Sense(1 << 48);
    /// Calls something of another time to mind: `recalled the flood in 1953`.
    pub(super) const ABOUT: Sense = Sense(1 << 52);

    /// Says itself that nothing was done: `refrained from voting`.
    pub(super) const UNDONE: Sense = Sense(1 << 53);

    /// A noun that `that` tells the content of: `a sign that sales rise`.
    pub(super) const CONTENT: Sense = Sense(1 << 54);

    /// Something only proposed: what it says in the present is not so.
    pub(super) const PROPOSED: Sense = Sense(1 << 58);
    /// What came of something, or its means: `…, forcing hundreds to flee`.
    pub(super) const RESULT: Sense = Sense(1 << 55);
    /// A noun that `in which` tells the content of: `a speech in which …`.
    pub(super) const MESSAGE: Sense = Sense(1 << 56);
    /// Done to someone with an object behind it: `was given a medal`.
    pub(super) const GIVEN: Sense = Sense(1 << 57);

    /// Comes to a post, a place or a firm: `took over`, `joined`.
    pub(super) const ENTRY: Sense = Sense(1 << 59);
    /// What takes longer than coming there: `built it into`, `spent nine years`.
    pub(super) const GROWTH: Sense = Sense(1 << 60);

    /// Done to someone for what they did: `jailed for killing a man in 2019`.
    pub(super) const PUNISHED: Sense = Sense(1 << 63);

    /// What accounts and statistics count over a length of time.
    pub(super) const FIGURE: Sense = Sense(1 << 62);

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

/// The senses of token `at`.
pub(super) fn sense_at(doc: &Document, at: u32) -> Sense {
    doc.tokens.get(at as usize).map_or(Sense::default(), |token| sense(token.hash))
}

/// The senses of a word, none for one that is in no list.
pub(super) fn sense(hash: u64) -> Sense {
    static TABLE: OnceLock<WordMap<Sense>> = OnceLock::new();
    TABLE.get_or_init(read).get(hash).copied().unwrap_or_default()
}

fn read() -> WordMap<Sense> {
    let mut table = WordMap::default();
    let mut add = |word: &str, sense: Sense| {
        let known: &mut Sense = table.entry(word_hash(word));
        *known = Sense(known.0 | sense.0);
    };
    for line in rows!("verbs.txt") {
        let Some((name, verbs)) = line.split_once(": ") else { continue };
        let sense = match name {
            "state" => Sense::STATE,
            "say" => Sense::SAY,
            "act" => Sense::ACT,
            "unreal" => Sense::UNREAL,
            "cancel" => Sense::CANCEL,
            "false" => Sense::FALSE,
            "light" => Sense::LIGHT,
            "effect" => Sense::EFFECT,
            "plan" => Sense::PLAN,
            "about" => Sense::ABOUT,
            "claim" => Sense::CLAIM,
            "blame" => Sense::BLAME,
            "disaster" => Sense::DISASTER,
            "toll" => Sense::TOLL,
            "career" => Sense::CAREER,
            "court" => Sense::COURT,
            "bidding" => Sense::BIDDING,
            "contest" => Sense::CONTEST,
            "supposed" => Sense::SUPPOSED,
            "tenseless" => Sense::TENSELESS,
            "unproved" => Sense::UNPROVED,
            "undone" => Sense::UNDONE,
            "result" => Sense::RESULT,
            "given" => Sense::GIVEN,
            "entry" => Sense::ENTRY,
            "growth" => Sense::GROWTH,
            "punished" => Sense::PUNISHED,
            other => unreachable!("verbs.txt: unknown sense {other}"),
        };
        for verb in verbs.split_whitespace() {
            grammar::forms(verb).iter().for_each(|form| add(form, sense));
            if verb == "be" {
                ["is", "are", "was", "were", "am", "been", "being"].iter().for_each(|form| add(form, sense));
            }
            if verb == "have" {
                ["has", "had"].iter().for_each(|form| add(form, sense));
            }
        }
    }
    for line in rows!("words.txt") {
        let Some((name, words)) = line.split_once(": ") else { continue };
        let class = match name {
            "stop" => Sense::STOP,
            "determiner" => Sense::DETERMINER,
            "preposition" => Sense::PREPOSITION,
            "month" => Sense::MONTH,
            "day" => Sense::DAY,
            "pointer" => Sense::POINTER,
            "leading" => Sense::LEADING,
            "trailing" => Sense::TRAILING,
            "near" => Sense::NEAR,
            "doubt" => Sense::DOUBT,
            "report" => Sense::REPORT,
            "wrong" => Sense::WRONG,
            "speaker" => Sense::SPEAKER,
            "nobody" => Sense::NOBODY,
            "unit" => Sense::UNIT,
            "condition" => Sense::CONDITION,
            "within" => Sense::WITHIN,
            "measure" => Sense::MEASURE,
            "aside" => Sense::ASIDE,
            "origin" => Sense::ORIGIN,
            "onset" => Sense::ONSET,
            "life" => Sense::CAREER,
            "record" => Sense::RECORD,
            "stage" => Sense::STAGE,
            "calamity" => Sense::DISASTER,
            "legal" => Sense::COURT,
            "study" => Sense::STUDY,
            "intent" => Sense::INTENT,
            "era" => Sense::ERA,
            "fixed" => Sense::FIXED,
            "first" => Sense::AT_FIRST,
            "will" => Sense::WILL,
            "rumour" => Sense::RUMOUR,
            "bare" => Sense::BARE,
            "content" => Sense::CONTENT,
            "proposed" => Sense::PROPOSED,
            "message" => Sense::MESSAGE,
            "posted" => Sense::POSTED,
            "figure" => Sense::FIGURE,
            other => unreachable!("words.txt: unknown class {other}"),
        };
        words.split_whitespace().for_each(|word| add(word, class));
    }
    for noun in rows!("nouns.txt").flat_map(str::split_whitespace) {
        add(noun, Sense::EVENT);
        add(&format!("{noun}s"), Sense::EVENT);
        if let Some(stem) = noun.strip_suffix('y') {
            add(&format!("{stem}ies"), Sense::EVENT);
        } else if noun.ends_with("sis") {
            add(&format!("{}es", &noun[..noun.len() - 2]), Sense::EVENT);
        } else if noun.ends_with(['h', 's']) {
            add(&format!("{noun}es"), Sense::EVENT);
        }
    }
    table
}
