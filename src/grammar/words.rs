//! What a word can be, looked up by its hash, then by its ending.

use super::forms::{forms, third};
use crate::document::{Case, Document, MONTHS, Token, TokenKind, WordMap, word_hash};
use crate::lists::{List, rows};
use std::sync::OnceLock;

/// What a word can be; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

/// Declares the classes: their bits, and the names of those that have a line in `words.txt`.
macro_rules! classes {
    ($($name:ident = $bit:literal $($word:literal)?;)*) => {
        impl Class { $(pub(super) const $name: Class = Class(1 << $bit);)* }
        const NAMES: &[(&str, Class)] = &[$($(($word, Class::$name),)?)*];
    };
}

classes! {
    DETERMINER = 0 "determiner"; PREPOSITION = 1 "preposition"; SUBJECT = 2 "subject"; RELATIVE = 3 "relative"; SUBORDINATOR = 4 "subordinator"; COORDINATOR = 5 "coordinator"; ADVERB = 6 "adverb";
    NEGATION = 7 "negation"; MODAL = 8 "modal"; BE = 9 "be"; HAVE = 10 "have"; DO = 11 "do";
    // Forms of a main verb.
    PAST = 12 "past"; PARTICIPLE = 13 "participle"; BASE = 14 "bare"; THIRD = 15; ING = 16 "gerund";
    // The same word is a noun as often (`plans`, `talks`).
    NOUNISH = 17;
    // Verbs behind which a clause may follow without `that`.
    SAY = 18 "say";
    // Verbs whose `to …` lies ahead (`plans to meet`).
    PLAN = 19 "plan";
    // `is due to …`
    DUE = 20 "due";
    // Not a verb in spite of its ending.
    NOTVERB = 21 "notverb";
    // Set for tokens, not words: capitalised, a number, a mark.
    NAME = 22; NUMBER = 23 "numeral"; MARK = 24;
    // Single words that rules ask for.
    TO = 25 "to"; BY = 26 "by"; THAT = 27 "that"; WILL = 28 "will";
    // A mark that parts clauses, not the one inside `Russia-China`; a word that looks like a plural noun.
    BREAK = 29; PLURAL = 30 "plural"; QUOTE = 31;
    // `;` parts whole sentences; `meeting`, `hearing`: an -ing word that is mostly a noun.
    SEMICOLON = 32; NOUNING = 33 "nouning";
    // The names of days and months.
    CALENDAR = 34 "calendar";
    // Goes with a verb: `called off a strike`.
    PARTICLE = 35 "particle";
    // `will stay shut`: a participle behind it is no verb of its own.
    REMAINS = 36 "remains";
    // `A woman died when …`: never done to anyone, so no participle that a noun is told of by.
    INTRANSITIVE = 37 "intransitive";
    // `,` where it parts clauses.
    COMMA = 41;
    // `saying the plant leaked`: what follows has its own verb.
    SAYING = 38 "saying";
    // Opens a clause with a verb of its own, never only a participle: `as rising prices hit trade`.
    CLAUSAL = 39 "clausal";
    // `with`; `his`, `their`.
    WITH = 42 "with"; OWNER = 43 "owner";
    // `when`, `while`: opens a clause whose subject may have an aside before its verb.
    WHEN = 48 "when";
    // Brackets.
    OPEN = 44; CLOSE = 45;
    // `at least nine`; `him`, `them`: never a subject.
    LEAST = 46 "least"; OBJECT = 47 "object";
    // What teams and visitors do on a day that is fixed beforehand: `York host Leeds on Sunday`.
    FIXTURE = 49 "fixture";
    // `guilty of stealing cars`: behind it and a preposition stands what someone did.
    BLAMED = 50 "blamed";
    // `have all signed`: stands between an auxiliary and its verb.
    FLOATING = 40 "floating";
    // `gave nine men jobs`: takes whom and what.
    GIVEN = 51 "given";
    // `denied it in a letter sent on Friday`: how what tells it is put out.
    ISSUED = 52 "issued";
}

impl Class {
    /// Auxiliaries and modals.
    pub(super) const AUXILIARY: Class = Class(Self::MODAL.0 | Self::BE.0 | Self::HAVE.0 | Self::DO.0);
    /// Any form of a main verb.
    pub(super) const VERB: Class =
        Class(Self::PAST.0 | Self::PARTICIPLE.0 | Self::BASE.0 | Self::THIRD.0 | Self::ING.0);

    /// True when the word can be any of `of`.
    pub(super) const fn is(self, of: Class) -> bool {
        self.0 & of.0 != 0
    }

    /// Both together.
    pub(super) const fn with(self, more: Class) -> Class {
        Class(self.0 | more.0)
    }

    fn without(self, less: Class) -> Class {
        Class(self.0 & !less.0)
    }
}

/// What the tokens of a sentence can be, in order.
pub(super) fn classes(doc: &Document, tokens: std::ops::Range<usize>) -> Vec<Class> {
    let table = table();
    let mut words: Vec<Class> = tokens.clone().map(|at| class_of(table, doc, at)).collect();
    // What the rules below are about, and what may stand before it.
    let mended = Class::VERB.with(Class::THAT).with(Class::DETERMINER).with(Class::SUBJECT);
    let mending = Class::PAST.with(Class::PARTICIPLE).with(Class::ING).with(Class::SUBORDINATOR);
    let hash = |at: usize| doc.tokens.get(tokens.start + at).map_or(0, |token| token.hash);
    for at in 1..words.len() {
        let (before, this) = (words[at - 1], words[at]);
        // `burst at 3.40 am on Sunday`
        if this.is(Class::BE) && before.is(Class::NUMBER) && doc.word(tokens.start + at) == "am" {
            words[at] = Class::default();
            continue;
        }
        if !this.is(mended) && !before.is(mending) {
            continue;
        }
        let (word_before, word) = (doc.word(tokens.start + at - 1), doc.word(tokens.start + at));
        if this.is(Class::THAT)
            && before.is(Class::PREPOSITION.with(Class::BY))
            && !before.is(Class::SUBORDINATOR)
            // `pointed out that`
            && !(at > 1 && word_before == "out" && words[at - 2].is(Class::VERB))
        {
            // `by that team`, `of that time`
            words[at] = Class::DETERMINER;
        } else if this.is(Class::THAT) && !before.is(Class::SAY) && is_pointed(doc, tokens.start + at + 1, tokens.end) {
            // `In one week that December, …`
            words[at] = Class::DETERMINER;
        } else if before.is(Class::PAST) && matches!(word, "with" | "over") && word_before == "charged" {
            // `appeared in court charged with theft`: nobody charges with anything.
            words[at - 1] = before.without(Class::PAST);
        } else if before.is(Class::PAST)
            && this.is(Class::PREPOSITION.with(Class::ADVERB).with(Class::NUMBER))
            && matches!(word_before, "based" | "headquartered" | "located" | "situated")
        {
            // `a teacher based in York`: where it is, nothing that was done.
            words[at - 1] = before.without(Class::PAST);
        } else if before.is(Class::PAST) && word == "of" && word_before == "set" {
            // `were told one set of numbers`
            words[at - 1] = Class::NOTVERB;
        } else if this.is(Class::THIRD)
            && word == "starts"
            && !matches!(doc.lower(tokens.start + at - 1).as_ref(), "housing" | "head" | "false")
        {
            words[at] = this.without(Class::NOUNISH);
        } else if this.is(Class::BASE)
            && word == "last"
            && (!before.is(Class::AUXILIARY.with(Class::TO)) || before.is(Class::TO) && PERIODS.hold(hash(at + 1)))
        {
            // `decided upon it last summer`
            words[at] = this.without(Class::VERB);
        } else if before.is(Class::ING) && word == "of" && !TAKES_OF.hold(hash(at - 1)) {
            // `booking of any kind`
            words[at - 1] = before.without(Class::VERB).with(Class::NOTVERB);
        } else if before.is(Class::ING)
            && this == Class::default()
            && matches!(word_before, "acting" | "founding" | "managing" | "presiding")
            && !(at > 1 && words[at - 2].is(Class::AUXILIARY))
        {
            // `the managing director of the mill`
            words[at - 1] = Class::NOTVERB;
        } else if before.is(Class::PARTICIPLE) && word == "of" && before.is(Class::BLAMED) {
            // `men accused of murder`: of whom it is said.
            words[at - 1] = before.without(Class::PAST);
        } else if this.is(Class::DETERMINER) && before == Class::NOTVERB && word_before == "dedicated" {
            // `dedicated a song to her fans`, not `a book dedicated to her`
            words[at - 1] = Class::PAST.with(Class::PARTICIPLE);
        } else if this.is(Class::DETERMINER.with(Class::SUBJECT))
            && word_before == "so"
            && at > 1
            && !words[at - 2].is(Class::BREAK.with(Class::COORDINATOR).with(Class::AUXILIARY))
        {
            // `left early so the crew could rest`
            words[at - 1] = Class::SUBORDINATOR;
        } else if before.is(Class::SUBORDINATOR)
            && (word == "of" && word_before.eq_ignore_ascii_case("because")
                || SUN.hold(hash(at)) && word_before != "as")
        {
            // `because of cuts made in May`, `struck before dawn on Friday`
            words[at - 1] = Class::PREPOSITION;
        } else if before.is(Class::SUBORDINATOR) && word == "yet" {
            // `as yet unconfirmed`
            (words[at - 1], words[at]) = (Class::ADVERB, Class::ADVERB);
        } else if at > 1 && this.is(Class::VERB) && before.is(Class::MARK) && is_prefixed(doc, tokens.start + at) {
            // `was re-elected`
            (words[at - 2], words[at - 1]) = (Class::ADVERB, Class::ADVERB);
        } else if at > 1
            && this.is(Class::PAST.with(Class::PARTICIPLE))
            && words[at - 2].is(Class::AUXILIARY)
            && matches!(word_before, "last" | "next")
        {
            // `were last seen`, `is next set to play`
            words[at - 1] = Class::ADVERB;
        } else if at > 1 && is_noun_of_quality(doc, tokens.start + at, this) && words[at - 2].is(Class::DETERMINER) {
            // `a presidential bid`, `a little bit`
            words[at] = this.without(Class::VERB);
        } else if at > 1 && word == "upset" && UPSETTING.hold(hash(at - 1)) {
            words[at] = this.without(Class::VERB);
        }
    }
    for at in 0..words.len() {
        let word = |ahead: usize| words.get(at + ahead).map_or("", |_| doc.word(tokens.start + at + ahead));
        // `By the time crews arrived`; not `by the time of the vote`, `by the time limit`.
        if word(2) == "time" && word(1) == "the" && word(0).eq_ignore_ascii_case("by") {
            let subject = words.get(at + 3).is_some_and(|class| {
                class.is(Class::SUBJECT.with(Class::DETERMINER))
                    || doc.tokens[tokens.start + at + 3].case == Case::Title
            });
            let plural = word(3).ends_with('s') && !word(3).ends_with("ss");
            if subject || plural {
                words[at] = Class::SUBORDINATOR;
            }
        }
        // `held between Nov. 4 and Nov. 22`: no new clause.
        if words[at].is(Class::PREPOSITION) && doc.word(tokens.start + at) == "between" {
            join_between(&mut words, at);
        }
        // `had not yet begun`, `may yet be found`: no new clause.
        if words[at].is(Class::COORDINATOR)
            && doc.word(tokens.start + at) == "yet"
            && at > 0
            && words[at - 1].is(Class::NEGATION.with(Class::AUXILIARY))
        {
            words[at] = Class::ADVERB;
        }
        // `had since left the town`
        if words[at].is(Class::SUBORDINATOR)
            && at > 0
            && words[at - 1].is(Class::HAVE)
            && doc.word(tokens.start + at) == "since"
            && words.get(at + 1).is_some_and(|c| c.is(Class::PARTICIPLE) && !c.is(Class::DETERMINER))
        {
            words[at] = Class::ADVERB;
        }
        // `It had one worry: Berg, who scored twice, will miss the cup`: what follows is a sentence of its own.
        if words[at] == Class::MARK.with(Class::BREAK) && doc.word(tokens.start + at) == ":" {
            let plain =
                |i: &usize| !words[*i].is(Class::MARK) && (words[*i].is(Class::NAME) || !words[*i].is(Class::VERB));
            let comma = (at + 1..words.len().min(at + 9)).find(|i| !plain(i)).filter(|i| *i > at + 1);
            let relative =
                |i: usize| words[i].is(Class::COMMA) && words.get(i + 1).is_some_and(|c| c.is(Class::RELATIVE));
            if comma.is_some_and(relative) {
                words[at] = words[at].with(Class::SEMICOLON);
            }
        }
    }
    join_asides(&mut words);
    words
}

/// `between York and Leeds`, `between York, a town rebuilt in 1990, and Leeds`: the `and` begins no clause.
fn join_between(words: &mut [Class], at: usize) {
    let stops = Class::BREAK.with(Class::AUXILIARY).with(Class::RELATIVE).with(Class::SUBORDINATOR);
    let second = Class::NUMBER.with(Class::CALENDAR).with(Class::DETERMINER).with(Class::NAME);
    let near = at + 1..words.len().min(at + 8);
    let mut and = near.clone().take_while(|&i| !words[i].is(stops)).find(|&i| words[i].is(Class::COORDINATOR));
    let comma = near.clone().find(|&i| words[i].is(stops)).filter(|&i| and.is_none() && words[i].is(Class::COMMA));
    if let Some(open) = comma.filter(|&i| words.get(i + 1).is_some_and(|c| c.is(Class::DETERMINER))) {
        let close = (open + 1..words.len().min(open + 14))
            .find(|&i| words[i].is(stops) && !words[i].is(Class::OPEN.with(Class::CLOSE)));
        let close = close.filter(|&i| words[i].is(Class::COMMA));
        and = close.map(|i| i + 1).filter(|&i| words.get(i).is_some_and(|c| c.is(Class::COORDINATOR)));
        if let Some(and) = and {
            for word in &mut words[open..and] {
                if word.is(Class::PARTICIPLE) {
                    *word = word.without(Class::PAST);
                }
            }
        }
    }
    if let Some(and) = and.filter(|&and| words.get(and + 1).is_some_and(|c| c.is(second))) {
        words[and] = Class::PREPOSITION;
    }
}

/// `said Ann Lee, 34, died`, `after its owner, Ann Lee, resigned`, `, but its owner, Ann Lee, resigned`: who a clause without
/// a sign of its own is about has an age or a second name between commas, which part nothing.
fn join_asides(words: &mut [Class]) {
    const LONG: usize = 8;
    let lead = Class::SAY.with(Class::SUBORDINATOR);
    let never = Class::MARK.with(Class::COORDINATOR).with(Class::RELATIVE).with(Class::CALENDAR).with(Class::SUBJECT);
    let finite = Class::PAST.with(Class::THIRD).with(Class::AUXILIARY);
    let noun = |c: &Class| !c.is(never) && (c.is(Class::NAME) || !c.is(Class::VERB.with(Class::AUXILIARY)));
    for first in 1..words.len().saturating_sub(3) {
        if !words[first].is(Class::COMMA) {
            continue;
        }
        let far = words.len().min(first + LONG);
        let Some(last) = (first + 2..far).find(|&at| words[at].is(Class::BREAK)) else { continue };
        let aside = &words[first + 1..last];
        let age = aside.len() == 1 && aside[0].is(Class::NUMBER);
        let named = aside[0].is(Class::NAME.with(Class::DETERMINER).with(Class::OWNER)) && aside.iter().all(noun);
        let verb = words.get(last + 1).is_some_and(|c| c.is(finite) && !c.is(Class::NAME.with(Class::ING)));
        if !words[last].is(Class::COMMA) || !(age || named) || !verb {
            continue;
        }
        // `the suspect, 22, fled`
        let led = |at: usize| words[at - 1].is(Class::DETERMINER.with(Class::OWNER)) && words[at].is(Class::BASE);
        let part = |at: usize| noun(&words[at]) && !words[at].is(lead) || at > 0 && led(at);
        let joins = |at: usize| at > 0 && words[at].is(Class::COORDINATOR) && words[at - 1].is(Class::COMMA);
        let who = (first.saturating_sub(LONG)..first).rev().find(|&at| !part(at));
        let who = who.filter(|&at| at + 1 < first && (words[at].is(lead) || joins(at)));
        let Some(who) = who else { continue };
        if words[who + 1].is(Class::NAME.with(Class::DETERMINER).with(Class::OWNER)) {
            (words[first], words[last]) = (Class::MARK, Class::MARK);
            if age {
                words[first + 1] = Class::ADVERB;
            }
        }
    }
}

/// What the word at `at` can be by itself.
pub(super) fn class(doc: &Document, at: usize) -> Class {
    class_of(table(), doc, at)
}

fn class_of(table: &Table, doc: &Document, at: usize) -> Class {
    let token = &doc.tokens[at];
    match token.kind {
        TokenKind::Mark => return mark(doc, at),
        TokenKind::Number | TokenKind::Mixed => return Class::NUMBER,
        TokenKind::Word => {}
    }
    let word = token.span.of(&doc.text);
    // Most words begin with a letter of ASCII, and every word is asked.
    if !word.as_bytes()[0].is_ascii_alphanumeric() && word.starts_with(['\'', '’']) {
        return clitic(doc, at, word);
    }
    let class = table.get(token.hash).copied().or_else(|| compound(table, word)).unwrap_or_else(|| by_ending(word));
    let plural =
        matches!(word.as_bytes(), [.., _, before, b's'] if word.len() > 3 && !matches!(before, b's' | b'u' | b'i'));
    let class = if plural { class.with(Class::PLURAL) } else { class };
    // Most words stand between words.
    let plain = |at: usize| doc.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Word && t.space_before);
    let plain = at > 0 && plain(at - 1) && token.space_before && plain(at + 1);
    if plain && token.case == Case::Lower {
        return class;
    }
    // WHO, IT, US: names in capitals, not the pronouns.
    let initials = token.case == Case::Upper && word.len() > 1;
    let class = if initials { class.without(Class::RELATIVE.with(Class::SUBJECT)) } else { class };
    let capital = token.case != Case::Lower;
    // `Emily`, `Italy`: no adverbs.
    let inside = at > 0 && doc.tokens[at - 1].kind == TokenKind::Word;
    let class =
        if capital && inside && class == Class::ADVERB && word.ends_with("ly") { Class::default() } else { class };
    if plain {
        return class.with(Class::NAME);
    }
    // Part of a compound: `U.S.-led`, `long-awaited`, `face-to-face`.
    let hyphen = |t: Option<&Token>, touches: bool| {
        touches && t.is_some_and(|t| t.kind == TokenKind::Mark && matches!(t.span.of(&doc.text), "-" | "‐" | "‑"))
    };
    let next = doc.tokens.get(at + 1);
    if word.len() == 3
        && word.eq_ignore_ascii_case("won")
        && next.is_some_and(|n| matches!(n.span.of(&doc.text), "'t" | "’t"))
    {
        return Class::MODAL.with(Class::WILL);
    }
    let joined = !is_prefixed(doc, at) && hyphen(at.checked_sub(1).map(|p| &doc.tokens[p]), !token.space_before)
        || hyphen(next, next.is_some_and(|n| !n.space_before));
    // `a self - styled expert`
    let behind_mark = at > 0 && doc.tokens[at - 1].kind == TokenKind::Mark;
    let joined = joined || behind_mark && at > 1 && doc.word(at - 1) == "-" && doc.word(at - 2) == "self";
    // `Garden / Landscaping Studies`
    let joined = joined || behind_mark && capital && class.is(Class::ING) && doc.word(at - 1) == "/";
    // `Ann Lee (left) and John Smith`
    let is_mark = |t: &Token, mark: &str| t.kind == TokenKind::Mark && t.span.of(&doc.text) == mark;
    let alone = behind_mark && next.is_some_and(|t| is_mark(t, ")")) && is_mark(&doc.tokens[at - 1], "(");
    let class =
        if joined || alone { class.without(Class::VERB.with(Class::MODAL)).with(Class::NOTVERB) } else { class };
    if capital { class.with(Class::NAME) } else { class }
}

/// Verbs that `of` follows: `dying of thirst`.
static TAKES_OF: List = List::new(
    "accusing admitting approving being boasting coming complaining consisting convicting disapproving \
     disposing dreaming dying having hearing informing knowing learning reading reminding seeing smelling \
     speaking talking telling thinking warning",
);

/// A form that is present and past alike, or `bit`, behind an adjective: `presidential bid`, `little bit`.
fn is_noun_of_quality(doc: &Document, at: usize, class: Class) -> bool {
    if !class.is(Class::PAST.with(Class::PARTICIPLE)) {
        return false;
    }
    let before = doc.word(at - 1);
    let quality = || ["al", "ic", "ive", "ous"].iter().any(|ending| before.len() > 5 && before.ends_with(ending));
    // `when the pandemic hit`
    let noun = || matches!(before, "capital" | "clinic" | "epidemic" | "festival" | "hospital" | "pandemic" | "trial");
    let by = || noun() || doc.tokens.get(at + 1).is_some_and(|_| doc.word(at + 1) == "by");
    let alike = class.is(Class::BASE) && !class.is(Class::ING);
    alike && quality() && !by() || doc.word(at) == "bit" && matches!(before, "little" | "tiny" | "small")
}

/// Times of day that `after` and `before` lead like any preposition: `before dawn`.
static SUN: List = List::new("dark dawn daybreak dusk midday midnight nightfall noon sunrise sunset");

/// `last week`, `last month’s vote`
static PERIODS: List = List::new("autumn fall month night season spring summer week weekend winter year");

/// `a huge upset in the vote`
static UPSETTING: List = List::new("a an big biggest great huge major shock stunning the");

/// `e-mailed`, `re-elected`: with what stands before the hyphen one verb.
fn is_prefixed(doc: &Document, at: usize) -> bool {
    at > 1
        && !doc.tokens[at].space_before
        && matches!(doc.word(at - 1), "-" | "‐" | "‑")
        && matches!(doc.word(at - 2), "e" | "re" | "co" | "pre")
}

/// Marks inside words and numbers part no clauses.
fn mark(doc: &Document, at: usize) -> Class {
    let spaced = doc.tokens.get(at + 1).is_none_or(|next| next.space_before);
    let inside = match doc.word(at) {
        "-" | "‐" | "‑" => !spaced || !doc.tokens[at].space_before,
        // `by 203–58`
        "–" => !spaced && !doc.tokens[at].space_before && doc.tokens[at + 1].kind == TokenKind::Number,
        "/" | "$" | "£" | "€" | "%" | "&" | "#" | "+" | "’" | "'" | "." => true,
        // `Aug. 30, 2019`
        "," if is_year(doc, at + 1) && at.checked_sub(1).is_some_and(|b| is_day(doc, b)) => true,
        "," if spaced => return Class::MARK.with(Class::BREAK).with(Class::COMMA),
        "," | ":" => !spaced,
        ";" => return Class::MARK.with(Class::BREAK).with(Class::SEMICOLON),
        "(" => return Class::MARK.with(Class::BREAK).with(Class::OPEN),
        ")" => return Class::MARK.with(Class::BREAK).with(Class::CLOSE),
        "“" | "”" | "\"" | "‘" => return Class::MARK.with(Class::BREAK).with(Class::QUOTE),
        _ => false,
    };
    if inside { Class::MARK } else { Class::MARK.with(Class::BREAK) }
}

/// A number of four digits, as years are written.
pub(super) fn is_year(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4)
}

fn is_day(doc: &Document, at: usize) -> bool {
    doc.tokens[at].kind == TokenKind::Number && doc.tokens[at].span.len() <= 2
}

/// `’s` is `is` or `has` behind a pronoun, else the possessive; the others are what they shorten.
fn clitic(doc: &Document, at: usize, word: &str) -> Class {
    let letters = word.trim_start_matches(['\'', '’']);
    match letters {
        "t" => Class::NEGATION,
        "d" => Class::MODAL.with(Class::HAVE).with(Class::PAST),
        "ll" => Class::MODAL.with(Class::WILL),
        "re" | "m" => Class::BE,
        "ve" => Class::HAVE,
        "s" => {
            let before = at.checked_sub(1).map_or("", |p| doc.word(p)).to_ascii_lowercase();
            let pronoun = matches!(
                before.as_str(),
                "he" | "she" | "it" | "that" | "there" | "who" | "what" | "here" | "where" | "how"
            );
            if pronoun { Class::BE.with(Class::HAVE) } else { Class::DETERMINER }
        }
        _ => Class::MARK,
    }
}

fn by_ending(word: &str) -> Class {
    let bytes = word.as_bytes();
    let lower = |n: usize| -> &[u8] { if bytes.len() > n { &bytes[bytes.len() - n..] } else { b"" } };
    if bytes.len() >= 6 && bytes.starts_with(b"un") && !bytes.starts_with(b"under") && lower(2) == b"ed" {
        // `unconfirmed`, a quality; verbs like `unveil` stand in the lists. Not `united`, though mostly part of a name.
        if matches!(word, "united" | "unified" | "United" | "Unified") { Class::PARTICIPLE } else { Class::default() }
    } else if bytes.len() >= 4 && lower(2) == b"ed" {
        Class::PAST.with(Class::PARTICIPLE)
    } else if bytes.len() >= 5 && lower(3) == b"ing" {
        Class::ING
    } else if bytes.len() >= 5 && lower(2) == b"ly" {
        Class::ADVERB
    } else {
        Class::default()
    }
}

/// `overran`, `outspent`, `mistold`, `to oversee`: a verb of the list of irregular ones behind a syllable of its own.
fn compound(table: &Table, word: &str) -> Option<Class> {
    if !matches!(word.as_bytes()[0], b'o' | b'u' | b'm' | b'r') {
        return None;
    }
    let stem = ["over", "out", "under", "mis", "re"].iter().find_map(|first| word.strip_prefix(first))?;
    let class = table.get(word_hash(stem)).copied()?;
    let past = class.is(Class::PAST.with(Class::PARTICIPLE)) && !class.is(Class::AUXILIARY.with(Class::BASE));
    // Not `outbound`, `the output`.
    (past && stem != "bound" && stem.len() > 2 && !stem.ends_with("ed"))
        .then_some(Class(class.0 & Class::PAST.with(Class::PARTICIPLE).0))
}

type Table = WordMap<Class>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(read)
}

fn read() -> Table {
    let mut table = Table::default();
    let mut add = |word: &str, class: Class| {
        let known = table.entry(word_hash(word));
        *known = known.with(class);
    };
    for line in rows!("irregular.tsv") {
        let mut columns = line.split('\t');
        let (Some(base), Some(past), Some(participle)) = (columns.next(), columns.next(), columns.next()) else {
            continue;
        };
        add(base, Class::BASE);
        add(&third(base), Class::THIRD);
        add(past, Class::PAST);
        add(participle, Class::PARTICIPLE);
    }
    for verb in rows!("regular.txt").flat_map(str::split_whitespace) {
        let (base, noun) = match verb.strip_suffix('*') {
            Some(base) => (base, Class::NOUNISH),
            None => (verb, Class::default()),
        };
        add(base, Class::BASE.with(noun));
        add(&third(base), Class::THIRD.with(noun));
    }
    for line in rows!("words.txt") {
        let Some((name, words)) = line.split_once(": ") else { continue };
        let class = NAMES.iter().find(|known| known.0 == name).map_or(Class::default(), |known| known.1);
        // Of these the list has the verb itself.
        let verbs = class.is(Class::GIVEN.with(Class::SAY).with(Class::PLAN));
        let class = if class == Class::PREPOSITION { class.with(Class::NOTVERB) } else { class };
        for word in words.split_whitespace() {
            match verbs {
                true => forms(word).into_iter().for_each(|(form, more)| add(&form, class.with(more))),
                false => add(word, class),
            }
        }
    }
    // The lists above give -ed and -ing words only some of their classes: the ending gives the rest.
    for line in rows!("words.txt") {
        for word in line.split_whitespace().skip(1) {
            let class = table.entry(word_hash(word));
            if !class.is(Class::NOTVERB.with(Class::AUXILIARY)) {
                *class = class.with(by_ending(word).without(Class::ADVERB));
            }
        }
    }
    table
}

/// A month or season that nothing is told of in the next word: `that December,`, `that summer in York`.
fn is_pointed(doc: &Document, at: usize, end: usize) -> bool {
    let word = doc.word(at);
    let time = MONTHS.contains(&word) && word != "May" || UNITS.contains(&word);
    // `and that year the mill was shut`, not `that summer sales rose`
    let marks = Class::BREAK.with(Class::PREPOSITION).with(Class::COORDINATOR).with(Class::ING);
    let marks = marks.with(Class::DETERMINER).with(Class::SUBJECT).with(Class::NAME).with(Class::PAST);
    // `who worked at the mill that autumn have been asked`
    let marks = marks.with(Class::AUXILIARY);
    time && (at + 1 >= end || class_of(table(), doc, at + 1).is(marks))
}
/// What `that` points to where it says when: `that autumn`.
pub(super) const UNITS: &[&str] = &[
    "afternoon",
    "autumn",
    "day",
    "evening",
    "month",
    "morning",
    "night",
    "spring",
    "summer",
    "week",
    "winter",
    "year",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_can_be_read() {
        let class = |word: &str| table().get(word_hash(word)).copied().unwrap_or_default();
        assert!(class("held").is(Class::PAST) && class("held").is(Class::PARTICIPLE));
        assert!(class("plans").is(Class::NOUNISH) && class("plans").is(Class::PLAN));
        assert!(!class("went").is(Class::PARTICIPLE));
        let known = |line: &&str| NAMES.iter().any(|(name, _)| line.split_once(": ").is_none_or(|l| l.0 == *name));
        let unknown: Vec<_> = rows!("words.txt").filter(|line| !known(line)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
