//! Several tellings of one event made one.

use super::candidates::Candidate;
use super::lexicon::{Group, Sense, is_of, sense, sense_at};
use super::{again, sides};
use crate::Certainty;
use crate::document::{Document, HashMap, TokenKind, word_hash};
use crate::entities::Entities;
use crate::grammar::{ClauseKind, VerbTense};
use crate::time::Timex;

/// Groups the candidates that tell of the same event: numbers into `candidates`, in each group the one to show first.
///
/// Two are the same when they have the same date and either the same verb and enough names and nouns in common, or when
/// one only says that something happened (`the call came on …`) or names it (`the 2009 crash`) and both name the event with
/// the same word.
/// `acts`: for each candidate the [names](super::mentions::names) that later words have for it.
pub(super) fn same(
    doc: &Document,
    candidates: &[Candidate],
    who: &[Vec<u32>],
    acts: &[Vec<u64>],
    entities: &Entities,
    timexes: &[Timex],
) -> Vec<Vec<usize>> {
    let days = ["today", "tomorrow", "tonight", "yesterday"].map(stem_of);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_verb: HashMap<(&str, u64), Vec<usize>> = HashMap::default();
    let mut by_name: HashMap<(&str, u64), usize> = HashMap::default();
    // What was done, and nouns that name it, of one day: by the verb and the nouns of its act.
    let mut by_act: HashMap<(&str, u64), usize> = HashMap::default();
    // Nouns told before, each with its group.
    let mut nouns_before: Vec<(usize, usize)> = Vec::new();
    // Clauses told before, the same way.
    let mut told: Vec<(usize, usize)> = Vec::new();
    let tellings = again::Tellings { doc, entities, candidates, who, acts };
    for (number, c) in candidates.iter().enumerate() {
        let date = c.dated.as_ref().map_or("", |d| d.date.as_str());
        let verb = (date, stem(doc, c.main as usize));
        let names = names(doc, c);
        let acts: &[u64] = if date.len() == 10 { &tellings.acts[number] } else { &[] };
        let known = if date.is_empty() {
            None
        } else {
            // A few of each verb are compared; more on one day would be a list.
            let mine = if by_verb.contains_key(&verb) { nouns(doc, c) } else { Vec::new() };
            let alike = by_verb.get(&verb).into_iter().flatten().take(8).copied().find(|&group| {
                let first = groups[group][0];
                let other = &candidates[first];
                let theirs = nouns(doc, other);
                let nouns = mine.iter().filter(|n| theirs.contains(n)).count();
                let people = who[number].iter().filter(|id| who[first].contains(id)).count();
                // Of two announcements or of two attacks on one day the names alone say nothing.
                let unnamed = who[number].is_empty() || who[first].is_empty();
                // `A bomb exploded`, told twice: of two bombs.
                let one_more = c.sense.is(Sense::DISASTER) && begins_anew(doc, c) && begins_anew(doc, other);
                let common = match () {
                    _ if c.sense.is(Sense::SAY) => nouns >= 2,
                    _ if again::light_of_it(doc, c) != again::light_of_it(doc, other) => false,
                    _ if one_more && c.sentence != other.sentence => people > 0 && nouns >= 1,
                    _ if people > 0 => nouns >= 1 || people >= 2,
                    _ if unnamed => nouns >= 1,
                    // `York play Leeds tomorrow`, `Oslo play Bergen tomorrow`: the day is the same anyway.
                    _ => nouns >= 2 + mine.iter().filter(|n| days.contains(n) && theirs.contains(n)).count(),
                };
                // `The spacecraft landed at 4:46`, behind `the Soyuz spacecraft landed today`.
                let others = who[number].iter().all(|id| who[first].contains(id));
                let vague = Sense::SAY.with(Sense::STATE).with(Sense::LIGHT);
                let again = others && !c.sense.is(vague) && sides::again(doc, entities, &other.sides, &c.sides);
                // `Just after joining the club in 2011` knows of what was told.
                let told = speaks(doc, c) && !other.quoted && tellings.is_of_speaker(first, number)
                    || speaks(doc, other) && !c.quoted && tellings.is_of_speaker(number, first);
                let known = |c: &Candidate| c.kind == ClauseKind::Subordinate && c.tense == Some(VerbTense::None);
                // Nobody dies twice: `Lee died after a long illness`, behind `the singer Ann Lee has died`.
                let dies = doc.word(c.main as usize) == "died" && doc.word(other.main as usize) == "died";
                // Not `Tom Lee died`, his brother.
                // `Her family said she died on Friday`
                let pronoun = matches!(doc.lower((c.main as usize).saturating_sub(1)).as_ref(), "he" | "she");
                let dies = dies && (others || pronoun || c.main == c.tokens.start + 1);
                // `Ann died this morning`, of Ann Lee
                let same = others && people == 1 && who[number].len() == 1;
                let once = |name| c.dead == other.dead || name == c.subject_word || pronoun;
                let once = same || other.dead.is_some_and(once);
                // Nor is anyone born twice.
                let born = verb.1 == stem_of("born") && date.len() == 10 && (unnamed || people > 0);
                let dies = dies && once;
                let common = common || born;
                let common = common || people > 0 && (known(c) || known(other)) && !c.sense.is(vague);
                // Done at the same minute.
                let minute = minute(timexes, c).filter(|minute| Some(*minute) == self::minute(timexes, other));
                let exact = minute.is_some_and(|minute| minute.1 % 5 != 0);
                let common = common || minute.is_some() && (people > 0 || unnamed);
                other.tense.is_some() == c.tense.is_some()
                    && !differ(doc, c, other)
                    && (again
                        || told
                        || dies
                        || exact
                        || common && !sides::apart(doc, entities, &c.sides, &other.sides))
            });
            // Two meetings of one day are one only if nobody took part in just one of them.
            let apart = |group: usize| {
                let first = groups[group][0];
                let strangers = !who[number].iter().any(|id| who[first].contains(id));
                strangers && !who[number].is_empty() && !who[first].is_empty() || differ(doc, c, &candidates[first])
            };
            let named = || {
                names.iter().filter_map(|&n| by_name.get(&(date, n)).copied()).find(|&group| {
                    let other = &candidates[groups[group][0]];
                    (is_bare(doc, c) || is_bare(doc, other)) && !apart(group) && !of_other_kind(doc, c, other)
                })
            };
            let noun = || {
                let before = nouns_before.iter().rev().take(MANY);
                before.copied().find(|&(other, _)| is_same_noun(doc, &candidates[other], c)).map(|(_, group)| group)
            };
            // `Thursday's launch`, behind `was launched on Thursday`
            let acted = || {
                let mut told = acts.iter().filter_map(|&n| by_act.get(&(date, n)).copied());
                told.find(|&group| candidates[groups[group][0]].tense.is_some() != c.tense.is_some() && !apart(group))
            };
            alike.or_else(named).or_else(noun).or_else(acted)
        };
        let again = if known.is_none() { tellings.find(number, &told) } else { None };
        let group = known.or(again).unwrap_or(groups.len());
        match groups.get_mut(group) {
            // A clause says more than a name, a sentence more than an aside.
            Some(members) if again.is_some() && again::amazes(doc, &candidates[members[0]]) => {
                members.insert(0, number)
            }
            // What tells it again stands behind, but `In clashes that began on Tuesday, rebels took the town`.
            Some(members)
                if rank(c) < rank(&candidates[members[0]])
                    && (again.is_none() || candidates[members[0]].sentence == c.sentence) =>
            {
                members.insert(0, number);
            }
            Some(members) => members.push(number),
            None => groups.push(vec![number]),
        }
        if c.tense.is_none() && !date.is_empty() {
            nouns_before.push((number, group));
        }
        if c.tense.is_some() {
            by_verb.entry(verb).or_default().push(group);
            told.push((number, group));
        }
        for &act in acts {
            by_act.entry((date, act)).or_insert(group);
        }
        for name in names {
            by_name.entry((date, name)).or_insert(group);
        }
    }
    groups
}

/// `“Today I have left the race,” said Berg`: of who speaks.
fn speaks(doc: &Document, c: &Candidate) -> bool {
    let i = (c.tokens.start.max(c.main.saturating_sub(4))..c.main).any(|at| doc.word(at as usize) == "I");
    let done = matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect));
    c.quoted && i && done && !c.sense.is(Sense::SAY.with(Sense::STATE).with(Sense::LIGHT))
}

/// The hour and minute that a telling names: `at 4:10`. Of twelve hours, since not every telling says which half of the day.
fn minute(timexes: &[Timex], c: &Candidate) -> Option<(u32, u32)> {
    let first = timexes.partition_point(|t| t.tokens.start < c.tokens.start);
    let mut mine = timexes[first..].iter().take(MANY).take_while(|t| t.tokens.end <= c.tokens.end);
    mine.find_map(|timex| {
        let (hour, minute) = timex.value.split_once('T')?.1.split_once(':')?;
        Some((hour.parse::<u32>().ok()? % 12, minute.get(..2)?.parse().ok()?))
    })
}

/// How many nouns told before are compared.
const MANY: usize = 16;

/// Two nouns that name one event: `the fall of the Wall 20 years ago` and `the fall of the Berlin Wall`, whose day is
/// known; `the May polls` and `the May 4 polls`; `9/11` and `the attacks of September 11`.
fn is_same_noun(doc: &Document, a: &Candidate, b: &Candidate) -> bool {
    let (Some(one), Some(other)) = (&a.dated, &b.dated) else { return false };
    if a.tense.is_some() || b.tense.is_some() {
        return false;
    }
    let known = one.certainty == Certainty::Inferred && one.because == other.because && !one.because.starts_with("no ");
    if one.date == other.date {
        return known;
    }
    let (coarse, fine) = if one.date.len() < other.date.len() { (one, other) } else { (other, one) };
    let least = match coarse.date.len() {
        4 => 2,
        7 => 1,
        _ => return false,
    };
    let inside = fine.date.strip_prefix(coarse.date.as_str()).is_some_and(|rest| rest.starts_with('-'));
    if !inside || fine.date.contains('/') {
        return false;
    }
    let words = |c: &Candidate| -> Vec<u64> {
        let time = Sense::MONTH.with(Sense::DAY).with(Sense::UNIT).with(Sense::STOP).with(Sense::DETERMINER);
        let time = time.with(Sense::PREPOSITION);
        let plain = |at: &usize| {
            let token = &doc.tokens[*at];
            token.kind == TokenKind::Word
                && token.span.len() > 2
                && !sense(token.hash).is(time)
                && doc.word(*at) != "ago"
        };
        c.tokens.range().take(16).filter(plain).map(|at| stem(doc, at)).collect()
    };
    let (a, b) = (words(a), words(b));
    let (few, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.len() >= least && few.iter().all(|word| more.contains(word))
}

/// True when both give figures, and none is in both: `killed nine` is not `killed three`; and where one is of `another`.
pub(super) fn differ(doc: &Document, a: &Candidate, b: &Candidate) -> bool {
    let another = |c: &Candidate| (c.tokens.start..c.main).take(8).any(|at| doc.lower(at as usize) == "another");
    // `scored a second goal`
    let one_more = |c: &Candidate| {
        let part = |at: usize| doc.tokens.get(at).is_none_or(|_| doc.word(at) == "of");
        let ordinal = |at: &usize| is_of(doc, *at as u32, Group::Ordinal) && *at > 0 && !part(*at + 1);
        let mut found = c.tokens.range().take(40).filter(ordinal);
        found.any(|at| matches!(doc.lower(at - 1).as_ref(), "a" | "his" | "her" | "its" | "their"))
    };
    if another(a) != another(b) || one_more(a) != one_more(b) {
        return true;
    }
    let figures = |c: &Candidate| -> Vec<u64> {
        let figure = |at: &usize| {
            let token = &doc.tokens[*at];
            let year = || token.span.len() == 4 && doc.word(*at).bytes().all(|b| b.is_ascii_digit());
            // `4:46`, `TMA-19`
            let word = |at: usize| at > 0 && doc.tokens[at - 1].kind == TokenKind::Word;
            let part = |at: usize| doc.word(at) == ":" || doc.word(at) == "-" && word(at);
            // `Iridium 33`, not `May 4`
            let called = |at: usize| {
                super::candidates::is_capital(doc, at as u32)
                    && word(at + 1)
                    && !sense(doc.tokens[at].hash).is(Sense::MONTH)
            };
            let inside = || {
                doc.word(*at).contains(':')
                    || *at > c.tokens.start as usize + 1 && called(*at - 1)
                    || *at > 0 && part(*at - 1)
                    || doc.tokens.get(*at + 1).is_some_and(|_| part(*at + 1))
            };
            match token.kind {
                TokenKind::Number => !year() && !inside(),
                TokenKind::Word => is_of(doc, *at as u32, Group::Numeral),
                _ => false,
            }
        };
        c.tokens.range().take(60).filter(figure).map(|at| doc.tokens[at].hash).collect()
    };
    let (a, b) = (figures(a), figures(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|figure| b.contains(figure))
}

/// True for a noun phrase, or a clause that only says that something happened.
fn is_bare(doc: &Document, c: &Candidate) -> bool {
    let main = c.main as usize;
    // `took place`, not `took nine hostages`
    let takes =
        is_of(doc, c.main, Group::Take) && doc.tokens.get(main + 1).is_none_or(|_| doc.word(main + 1) != "place");
    // `the fire started at a bakery`: where, which nobody has told.
    let behind = || (main + 1..c.tokens.end as usize).take(4);
    let somewhere =
        || behind().any(|at| matches!(doc.word(at - 1), "at" | "in" | "near") && matches!(doc.word(at), "a" | "an"));
    c.tense.is_none() || c.sense.is(Sense::LIGHT) && !takes && !somewhere()
}

/// Its subject is new to the reader: `a bomb`, `two bombs`.
fn begins_anew(doc: &Document, c: &Candidate) -> bool {
    let first = c.sides.subject.map(|subject| subject.start);
    first.is_some_and(|at| {
        matches!(doc.lower(at as usize).as_ref(), "a" | "an" | "another") || is_of(doc, at, Group::Numeral)
    })
}

/// `the political crisis`, which is not `the financial crisis`: the noun that both have is of another kind.
fn of_other_kind(doc: &Document, a: &Candidate, b: &Candidate) -> bool {
    let nouns = |c: &Candidate| -> Vec<(u64, u32)> {
        let noun = |at: &u32| sense_at(doc, *at).is(Sense::EVENT);
        let range = c.tokens.range().take(60).map(|at| at as u32);
        range.filter(noun).map(|at| (stem(doc, at as usize), at)).collect()
    };
    let theirs = nouns(b);
    let mut common = nouns(a)
        .into_iter()
        .filter_map(|(stem, at)| theirs.iter().find(|other| other.0 == stem).map(|other| (at, other.1)));
    let first = common.next();
    first.is_some_and(|(a, b)| !kinds_agree(doc, a, b)) && common.all(|(a, b)| !kinds_agree(doc, a, b))
}

/// True unless the words before the nouns at `a` and `b` say that they are of two kinds.
pub(super) fn kinds_agree(doc: &Document, a: u32, b: u32) -> bool {
    let kind = |noun: u32| -> Vec<u32> {
        let plain = |at: &u32| {
            let token = &doc.tokens[*at as usize];
            let stop = sense_at(doc, *at).is(Sense::STOP.with(Sense::DETERMINER).with(Sense::PREPOSITION));
            token.kind == TokenKind::Word && !stop && !super::candidates::is_capital(doc, *at)
        };
        let before = (noun.saturating_sub(3)..noun).rev().take_while(plain);
        let counts = |at: u32| {
            is_of(doc, at, Group::Numeral)
                || is_of(doc, at, Group::Ordinal)
                || matches!(doc.word(at as usize), "first" | "last" | "latest" | "next" | "new")
        };
        let telling = |at: &u32| !is_of(doc, *at, Group::Graded) && !is_of(doc, *at, Group::Common) && !counts(*at);
        before.filter(telling).collect()
    };
    let (a, b) = (kind(a), kind(b));
    // `terror`, `terrorist`
    let alike = |a: u32, b: u32| {
        let (a, b) = (doc.word(a as usize), doc.word(b as usize));
        a == b || a.len() > 4 && b.len() > 4 && a.as_bytes()[..5] == b.as_bytes()[..5]
    };
    a.is_empty() || b.is_empty() || a.iter().any(|&a| b.iter().any(|&b| alike(a, b)))
}

/// How well a candidate can stand for its group; less is better.
fn rank(c: &Candidate) -> u8 {
    match c.kind {
        _ if c.tense.is_none() => 2,
        ClauseKind::Relative | ClauseKind::Participial | ClauseKind::Subordinate => 1,
        _ => 0,
    }
}

/// Stems of the words that name an event, and of the word before each (`phone` in `phone call`).
fn names(doc: &Document, c: &Candidate) -> Vec<u64> {
    let mut names = Vec::new();
    let main = c.main as usize;
    // Who votes does one of many things that the vote is.
    if c.tense.is_some() && doc.word(main) == "cast" {
        return names;
    }
    // Of `Leeds began the match with nine attempts` the match is what began.
    let object =
        |at: &usize| doc.tokens[*at].kind != TokenKind::Mark && !sense(doc.tokens[*at].hash).is(Sense::PREPOSITION);
    let light = c.tense.is_some() && c.sense.is(Sense::LIGHT);
    let end = (main + 1..c.tokens.end as usize).take(60).take_while(object).last().unwrap_or(main);
    for at in c.tokens.range().take(60).filter(|&at| !light || at <= end) {
        // What someone calls it names no event of theirs.
        if at > c.tokens.start as usize && at > main && matches!(doc.word(at), "“" | "\"") {
            break;
        }
        let noun = sense(doc.tokens[at].hash).is(Sense::EVENT) && (at != c.main as usize || c.tense.is_none());
        // `Following the death of its head in 2002, she was made secretary`: that is another event.
        let follows = c.tense.is_some()
            && (at.saturating_sub(4).max(c.tokens.start as usize)..at)
                .any(|at| matches!(doc.word(at), "after" | "After" | "following" | "Following"));
        if !noun || follows || doc.tokens[at].kind != TokenKind::Word {
            continue;
        }
        names.push(stem(doc, at));
        let before = at.checked_sub(1).filter(|&b| b >= c.tokens.start as usize);
        if let Some(before) = before.filter(|&b| is_plain(doc, b) && b != c.main as usize) {
            names.push(stem(doc, before));
        }
    }
    names
}

/// A word in lower case that few clauses have in common.
fn is_plain(doc: &Document, at: usize) -> bool {
    let token = &doc.tokens[at];
    token.kind == TokenKind::Word
        && token.span.len() > 3
        && !super::candidates::is_capital(doc, at as u32)
        && !is_of(doc, at as u32, Group::Common)
}

/// Stems of the plain words of a clause but its verb.
fn nouns(doc: &Document, c: &Candidate) -> Vec<u64> {
    let plain = |at: &usize| *at != c.main as usize && is_plain(doc, *at);
    c.tokens.range().take(40).filter(plain).map(|at| stem(doc, at)).collect()
}

/// A word without its most usual endings.
pub(super) fn stem(doc: &Document, at: usize) -> u64 {
    stem_of(doc.word(at))
}

/// The same of a word by itself.
pub(super) fn stem_of(word: &str) -> u64 {
    let mut endings = ["ing", "ed", "es", "s", "e"].iter();
    let stem = endings.find_map(|e| word.strip_suffix(e).filter(|rest| rest.len() > 3));
    word_hash(stem.unwrap_or(word))
}
