//! Which land `the country` means, which two `the two countries`, and what `it` means behind a verb of saying, behind what
//! something is, or where only a body, a land or a craft can have done what it did. For the events alone, as pronouns are.
//!
//! In doubt it is none: where two lands were told of, and where `it` may be what was said itself (`says it is late`) or a
//! thing without a name (`Zarpex opened a mill. It closed in May.`).

use super::alias::Group;
use super::demonyms;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::sorts::is_determiner;
use super::vocabulary::Rule;
use crate::document::{HashMap, TokenKind};
use crate::lists::List;
use crate::{EntityKind, TokenRange, grammar};

/// The places in order of the text, each with the number of the group meant.
pub(super) fn find(reading: Reading, names: &[Name], groups: &[Group]) -> Vec<(TokenRange, usize)> {
    let asked = (0..reading.doc.tokens.len() as u32).any(|at| {
        is_sold(reading, at)
            || matches!(reading.word(at), "it" | "It" | "Its" | "they")
            || is_land(reading, at)
            || is_pair(reading, at)
    });
    if !asked {
        return Vec::new();
    }
    let mut owner = vec![None; names.len()];
    let mut lands: Vec<Option<&'static str>> = vec![None; groups.len()];
    // Of a land and its people, the land.
    let mut of_land: HashMap<&'static str, usize> = HashMap::default();
    for (g, group) in groups.iter().enumerate() {
        group.names.iter().for_each(|n| owner[*n] = Some(g));
        if group.kind == EntityKind::Person {
            continue;
        }
        lands[g] = group.names.iter().take(8).find_map(|n| demonyms::land(&names[*n].key));
        if let Some(land) = lands[g] {
            let place = group.kind == EntityKind::Place;
            let known = of_land.get(land).is_some_and(|known| groups[*known].kind == EntityKind::Place);
            if place || !known {
                of_land.insert(land, g);
            }
        }
    }
    let mut finder = Finder { reading, names, groups, owner, lands, of_land, found: Vec::new() };
    // The lands last told of, and how many sentences ago.
    let (mut before, mut ago, mut next) = (Told::None, 0, 0);
    for (number, sentence) in reading.doc.sentences.iter().enumerate() {
        let first = next;
        next += names[first..].partition_point(|name| name.tokens.start < sentence.tokens.end);
        let told = finder.told(sentence.tokens, first..next);
        finder.sentence(number, sentence.tokens, first..next, told, before);
        (before, ago) = if told == Told::None { (before, ago + 1) } else { (told, 0) };
        if ago > 2 || !reading.doc.block_of(number).kind.is_story() {
            before = Told::None;
        }
    }
    finder.found
}

/// What stands before a land that the sentence is not about.
const FAR: &[&str] = &[
    "from",
    "From",
    "against",
    "Against",
    "with",
    "With",
    "by",
    "than",
    "like",
    "Like",
    "unlike",
    "Unlike",
    "between",
    "Between",
    "versus",
    "ally",
    "allies",
    "rival",
    "neighbour",
    "neighbor",
    "visiting",
    "former",
];

/// What guests do, whose own land was perhaps told of.
const VISITS: &[&str] = &[
    "leave", "leaves", "leaving", "left", "visit", "visits", "visited", "visiting", "enter", "enters", "entered",
    "tour", "toured",
];

/// How many names of a sentence are looked at.
const MANY: usize = 32;

/// What only bodies and lands do, of all that `it` can mean.
static DOES: List = List::new(
    "accepted accused acquired adopted agreed annexed banned bombed bought boycotted broke condemned declared deployed drove \
     elected fielded fined fired gained granted hired imposed invaded joined launched lost occupied ousted pulled ratified \
     recalled recognised recognized recruited released rescued seized sent signed sold sued suspended voted withdrew won join \
     joins launch launches signs sell sells buy buys ban bans withdraw withdraws vote votes overran captured attacked shelled raided \
     filed backed endorsed nominated expelled unveiled booked employs employed operates operated owns owned",
);

/// What firms and bodies have.
static OWNED: List = List::new(
    "board chairman chief earnings factory founder headquarters licence license members owners plant profit profits revenue \
     revenues sales shareholders shares stock",
);

/// What a firm tells of itself without saying whose it is: `Zarpex said sales rose`.
static SOLD: List = List::new(
    "bookings deliveries earnings income loss losses orders output profit profits revenue revenues sales shipments turnover",
);

/// What befalls craft and storms.
static BEFALLS: List = List::new(
    "capsized collided crashed disappeared docked emerged exploded hijacked landed lost moved ran sailed sank shot struck \
     turned vanished veered weakened",
);

/// Bodies that have no name where these stand.
static BODIES: List = List::new(
    "army bloc body country countries crew force forces government governments group groups nation nations navy party police \
     power rebels regime rival rivals side squad state states team teams union",
);

/// The lands told of in a sentence.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    None,
    One {
        land: &'static str,
        /// It may be what the sentence is about.
        about: bool,
        /// Where it is named first.
        first: u32,
    },
    Two(&'static str, &'static str),
    Many,
}

/// The verb that begins at most so many tokens behind `at`; a sentence may have as many as an article has words.
fn verb_within(verbs: &[grammar::VerbGroup], at: u32, by: u32) -> Option<&grammar::VerbGroup> {
    let next = verbs.partition_point(|v| v.tokens.start <= at);
    verbs.get(next).filter(|v| v.tokens.start <= at + by)
}

/// What has a people but no government, by its key.
const CONTINENTS: &[&str] = &["africa", "asia", "europe", "latin america", "north america", "south america"];

/// What means a land, or what a land has one of: `the government`; not `the government of Togo`.
fn is_land(reading: Reading, at: u32) -> bool {
    match reading.word(at) {
        "country" | "nation" => true,
        "government" | "economy" | "parliament" => !matches!(reading.word(at + 1), "of" | "-" | "in"),
        _ => false,
    }
}

/// `the two countries`, `both nations`, at the noun.
fn is_pair(reading: Reading, at: u32) -> bool {
    let long = reading.token(at).is_some_and(|t| t.span.len() > 6);
    let noun = long && matches!(reading.word(at), "countries" | "nations" | "neighbours" | "neighbors" | "governments")
        || reading.word(at) == "sides";
    let the = |at: u32| at > 0 && matches!(reading.word(at - 1), "the" | "The");
    noun && at > 1
        && match reading.word(at - 1) {
            "two" => the(at - 1),
            "both" | "Both" => true,
            _ => false,
        }
}

/// A noun for what a firm sells or earns.
fn is_sold(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| SOLD.hold(t.hash)) && !reading.is_capital(at)
}

struct Finder<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    groups: &'a [Group],
    /// The group of each name.
    owner: Vec<Option<usize>>,
    /// The land of each group.
    lands: Vec<Option<&'static str>>,
    of_land: HashMap<&'static str, usize>,
    found: Vec<(TokenRange, usize)>,
}

impl Finder<'_> {
    /// The lands of a sentence with the names `own`.
    fn told(&self, tokens: TokenRange, own: std::ops::Range<usize>) -> Told {
        let mut told = Told::None;
        for name in own {
            // `the Ghanaian-led talks`
            let end = self.names[name].tokens.end;
            let led = self.reading.word(end) == "-" && !self.reading.is_capital(end + 1);
            // `the US dollar`, `the Iraq war`
            let of_it = matches!(self.reading.word(end), "dollar" | "dollars" | "war");
            let Some(next) = self.land(name).filter(|_| !led && !of_it) else { continue };
            let about = !self.is_far(tokens, name);
            told = match told {
                Told::None => Told::One { land: next, about, first: self.names[name].tokens.start },
                Told::One { land, about: known, first } if land == next => {
                    Told::One { land, about: known || about, first }
                }
                Told::One { land, .. } => Told::Two(land, next),
                Told::Two(one, other) if one == next || other == next => told,
                _ => return Told::Many,
            };
        }
        told
    }

    /// The last of the two lands named before the end of `names` stand side by side: `Togo and Benin`.
    fn are_joined(&self, names: std::ops::Range<usize>, pair: (&str, &str)) -> bool {
        let last = (names.end.saturating_sub(8)..names.end).rev().filter(|n| self.land(*n).is_some());
        let [other, one] = last.take(2).collect::<Vec<_>>()[..] else { return false };
        let (first, second) = (self.names[one].tokens, self.names[other].tokens);
        let of_pair = |n: usize| self.land(n).is_some_and(|land| land == pair.0 || land == pair.1);
        let between =
            first.end < second.start && second.start - first.end <= 2 && self.reading.word(first.end) == "and";
        between && of_pair(one) && of_pair(other) && self.land(one) != self.land(other)
    }

    /// The land that a name is or is called after, or that a body has in its name: `the Ghanaian Senate`.
    fn land(&self, name: usize) -> Option<&'static str> {
        let own = self.owner[name].and_then(|g| self.lands[g]);
        let whole = || {
            let key = &self.names[name].key;
            let body = self.owner[name].is_some_and(|g| self.groups[g].kind == EntityKind::Organization);
            key.split(' ').take(6).find_map(demonyms::land).filter(|_| body)
        };
        own.or_else(whole)
    }

    /// Something comes from the place, goes against it or is compared with it, or someone from there is an ally or guest: not what
    /// the sentence is about.
    fn is_far(&self, tokens: TokenRange, name: usize) -> bool {
        let reading = self.reading;
        let start = self.names[name].tokens.start;
        let joins =
            |at: &u32| !matches!(reading.word(*at), "," | "“" | "\"" | "—" | "–" | ";" | ":" | "in" | "of" | "that");
        let owner = matches!(reading.word(self.names[name].tokens.end), "'s" | "’s" | "'" | "’");
        let far = |at: u32| match reading.word(at) {
            // `results from Ghana's vote`, `more than 90 Ghanaians`
            "from" => !owner,
            "than" => !reading.token(at + 1).is_some_and(|t| t.kind == TokenKind::Number),
            word => FAR.contains(&word) || reading.is(at, Rule::Tie),
        };
        let ally = |at: u32| at > tokens.start && reading.word(at) == "," && reading.word(at - 1) == "ally";
        (tokens.start..start).rev().take(5).take_while(joins).any(far) || start.checked_sub(1).is_some_and(ally)
    }

    /// Reads a sentence with its names and the lands `told` of in it; `before`: those told of before it.
    fn sentence(&mut self, number: usize, tokens: TokenRange, own: std::ops::Range<usize>, told: Told, before: Told) {
        let reading = self.reading;
        let mut next = own.start;
        let mut at = tokens.start;
        while at < tokens.end {
            while next < own.end && self.names[next].tokens.start < at {
                next += 1;
            }
            if next < own.end && self.names[next].tokens.start == at {
                at = self.names[next].tokens.end.max(at + 1);
                continue;
            }
            if is_land(reading, at) {
                let the = at > tokens.start && matches!(reading.word(at - 1), "the" | "The");
                // `Norway brokered a truce with the government`: another’s. A continent has none.
                let land_itself = matches!(reading.word(at), "country" | "nation");
                let beside = |first: u32| {
                    let parse = grammar::parse(reading.doc, number);
                    !land_itself && parse.clause_of(first) == parse.clause_of(at)
                };
                let meant = match (told, before) {
                    (Told::One { land, about: true, first }, _) if first < at => Some(land).filter(|_| !beside(first)),
                    // Only named behind it, it must be known before; `the country's first vote since it broke from Portugal`.
                    (Told::One { land, about, first }, Told::One { land: known, about: true, .. })
                        if land == known || first > at && !about =>
                    {
                        Some(known)
                    }
                    (Told::None, Told::One { land, about: true, .. }) => {
                        // `He leaves the country`, who came on a visit; `talks with Bosnia`, of which the list has the long name.
                        let visits = at > tokens.start + 1 && VISITS.contains(&reading.word(at - 2));
                        let place = |n: usize| self.names[n].kind == EntityKind::Place && self.is_far(tokens, n);
                        Some(land).filter(|_| !visits && !own.clone().take(8).any(place))
                    }
                    _ => None,
                };
                let meant = meant.filter(|land| land_itself || !CONTINENTS.contains(land));
                if let (true, Some(land)) = (the, meant)
                    && let Some(g) = self.of_land.get(land)
                {
                    self.found.push((TokenRange::new(at - 1, at + 1), *g));
                }
            } else if is_pair(reading, at) {
                // `Togo and Benin met. The two sides …`: not two that are only told of.
                let joined = |pair: &(&'static str, &'static str)| {
                    reading.word(at) != "sides" || self.are_joined(own.start..next, *pair)
                };
                let pair = match (self.told(tokens, own.start..next), before) {
                    (Told::Two(one, other), _) | (Told::None, Told::Two(one, other)) => {
                        Some((one, other)).filter(joined)
                    }
                    (Told::One { land, .. }, Told::Two(one, other)) if land == one || land == other => {
                        Some((one, other)).filter(joined)
                    }
                    _ => None,
                };
                let groups = pair.and_then(|(one, other)| Some((*self.of_land.get(one)?, *self.of_land.get(other)?)));
                // Half of the words for each.
                if let Some((one, other)) = groups {
                    self.found.extend([(TokenRange::new(at - 1, at), one), (TokenRange::new(at, at + 1), other)]);
                }
            } else if (matches!(reading.word(at), "it" | "they") || is_sold(reading, at))
                && let Some(name) = self.speaker(number, tokens, own.start..next, at)
                && let Some(g) = self.owner[name]
            {
                self.found.push((TokenRange::new(at, at + 1), g));
            } else if (at == tokens.start && reading.word(at) == "It" || self.is_led_by_birth(tokens.start, at))
                && let Some(g) = self.heir(number, at, own.start)
            {
                self.found.push((TokenRange::new(at, at + 1), g));
            } else if at == tokens.start
                && reading.word(at) == "Its"
                && let Some(g) = self.owner(number, own.start, at)
            {
                self.found.push((TokenRange::new(at, at + 1), g));
            } else if matches!(reading.word(at), "it" | "It")
                && let Some(g) = self.doer(number, tokens, own.start..next, at)
            {
                self.found.push((TokenRange::new(at, at + 1), g));
            }
            at += 1;
        }
    }

    /// `Lithuania left the Union in 1990. It joined NATO in 2004`, `Flight 12 left York, but it crashed`: whom the words before
    /// are about, where what is done is done by bodies and lands alone, or befalls craft. `names`: those before `at` in
    /// its sentence.
    fn doer(&self, number: usize, tokens: TokenRange, names: std::ops::Range<usize>, at: u32) -> Option<usize> {
        let reading = self.reading;
        let verbs = &grammar::parse(reading.doc, number).verbs;
        let verb = verb_within(verbs, at, 3)?;
        let main = reading.token(verb.main)?.hash;
        let craft = BEFALLS.hold(main);
        let does = !verb.passive && DOES.hold(main);
        if verb.tense == grammar::VerbTense::None || !(craft || does) {
            return None;
        }
        let fits = |g: usize| match self.groups[g].kind {
            EntityKind::Organization => does,
            EntityKind::Place => does && self.lands[g].is_some(),
            EntityKind::Other => craft && self.is_craft(g),
            _ => false,
        };
        // `it ended its neutrality when it joined NATO`
        if (tokens.start..at).any(|at| matches!(reading.word(at), "it" | "It")) {
            let last = self.found.last().filter(|f| f.0.start >= tokens.start && f.0.len() == 1);
            return last.map(|f| f.1).filter(|g| fits(*g));
        }
        let here = self.topic(number, names.clone(), at, &fits);
        if here.is_some() || names.clone().any(|n| self.owner[n].is_some_and(fits)) {
            return here.filter(|_| !self.is_body_between(tokens.start, at));
        }
        // Nothing is told before it: `In 2004 it joined NATO`.
        let leads = !verbs.iter().any(|v| v.tense != grammar::VerbTense::None && v.tokens.start < at);
        let before = number.checked_sub(1).filter(|&n| leads && reading.doc.block_of(n).kind.is_story())?;
        let sentence = reading.doc.sentences[before].tokens;
        let told = self.names[..names.start].iter().rev().take(64).take_while(|n| n.tokens.start >= sentence.start);
        let first = names.start - told.count();
        let g = self.topic(before, first..names.start, sentence.end, &fits)?;
        (!self.is_body_between(sentence.start, sentence.end) && !self.is_body_between(tokens.start, at)).then_some(g)
    }

    /// What the sentence is about, of the `names` that fit: the one that a verb before `end` follows, no other being so; or the
    /// only one.
    fn topic(
        &self,
        number: usize,
        names: std::ops::Range<usize>,
        end: u32,
        fits: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let reading = self.reading;
        let tokens = reading.doc.sentences[number].tokens;
        let parse = grammar::parse(reading.doc, number);
        let (mut topic, mut only, mut more) = (None, None, false);
        for name in names.take(MANY) {
            let Some(g) = self.owner[name].filter(|g| fits(*g)) else { continue };
            let own = self.names[name].tokens;
            let owner = matches!(reading.word(own.end), "'s" | "’s" | "'" | "’" | "-");
            let near = (own.start.saturating_sub(3).max(tokens.start)..own.start).rev();
            let bound = near
                .take_while(|at| !self.is_mark(*at))
                .any(|at| reading.is(at, Rule::Behind) || reading.word(at) == "of");
            let near = |v: &&grammar::VerbGroup| {
                (own.end..own.end + 3).contains(&v.tokens.start) && v.tense != grammar::VerbTense::None
            };
            let first = parse.verbs.partition_point(|v| v.tokens.start < own.end);
            let about = parse.verbs[first..].iter().take(3).find(near).is_some_and(|v| v.tokens.start < end);
            more |= owner || only.is_some_and(|other| other != g);
            only = only.or(Some(g).filter(|_| !owner && !bound));
            if about && !owner && !bound {
                if topic.is_some_and(|other| other != g) {
                    return None;
                }
                topic = Some(g);
            }
        }
        topic.or(only.filter(|_| !more))
    }

    fn is_mark(&self, at: u32) -> bool {
        self.reading.token(at).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    /// `Flight 12`, `MV Orla`, `Hurricane Orla`
    fn is_craft(&self, g: usize) -> bool {
        self.groups[g].names.iter().take(4).any(|n| {
            let tokens = self.names[*n].tokens;
            tokens.range().take(4).any(|at| {
                let word = self.reading.word(at as u32);
                matches!(word, "Flight" | "MV" | "MS" | "USS" | "HMS" | "Soyuz")
                    || self.reading.is(at as u32, Rule::Storm)
            })
        })
    }

    /// A body without a name, which may be meant as well: `a rival`, `the bank`.
    fn is_body_between(&self, start: u32, end: u32) -> bool {
        (start..end).any(|at| {
            let lower =
                self.reading.token(at).is_some_and(|t| t.kind == TokenKind::Word) && !self.reading.is_capital(at);
            lower
                && (self.reading.is(at, Rule::Body)
                    || self.reading.is(at, Rule::Enterprise)
                    || BODIES.hold(self.reading.doc.tokens[at as usize].hash))
        })
    }

    /// `Founded in 1988, it`
    fn is_led_by_birth(&self, start: u32, at: u32) -> bool {
        let reading = self.reading;
        let born = matches!(reading.word(start), "Created" | "Established" | "Formed" | "Founded" | "Opened");
        born && at > start && at < start + 24 && reading.word(at) == "it" && reading.word(at - 1) == ","
    }

    /// `Zarpex cut jobs. Its shares fell`: whose they are, where the sentence before is about one body and none is told of
    /// without a name.
    fn owner(&self, number: usize, next: usize, at: u32) -> Option<usize> {
        let reading = self.reading;
        let owned = |at: u32| reading.token(at).is_some_and(|t| OWNED.hold(t.hash));
        let before = number.checked_sub(1).filter(|&n| reading.doc.block_of(n).kind.is_story() && owned(at + 1))?;
        let sentence = reading.doc.sentences[before].tokens;
        let told = self.names[..next].iter().rev().take(64).take_while(|n| n.tokens.start >= sentence.start).count();
        let body = |g: usize| self.groups[g].kind == EntityKind::Organization;
        let g = self.topic(before, next - told..next, sentence.end, &body)?;
        (!self.is_body_between(sentence.start, sentence.end)).then_some(g)
    }

    /// `Orla is a strong storm. It brought …`: what the sentence before, whose names end at `next`, says what it is.
    fn heir(&self, number: usize, at: u32, next: usize) -> Option<usize> {
        let reading = self.reading;
        let before = number.checked_sub(1)?;
        let verbs = &grammar::parse(reading.doc, number).verbs;
        let verb = verb_within(verbs, at, 2)?;
        // `It was a cold day`, `It took years`, `It was said`
        let blank = matches!(
            reading.word(verb.main),
            "is" | "was"
                | "be"
                | "been"
                | "appears"
                | "appeared"
                | "seems"
                | "seemed"
                | "took"
                | "takes"
                | "take"
                | "emerged"
                | "snowed"
                | "rained"
                | "turned"
                | "came"
                | "comes"
                | "means"
                | "meant"
                | "followed"
        );
        if blank
            || verb.tense == grammar::VerbTense::None
            || verb.passive && grammar::says(reading.doc, verb.main as usize)
            || !reading.doc.block_of(before).kind.is_story()
        {
            return None;
        }
        let sentence = reading.doc.sentences[before].tokens;
        let names = self.names[..next].iter().rev().take(64).take_while(|n| n.tokens.start >= sentence.start).count();
        let name = next.checked_sub(names).filter(|_| names > 0)?;
        let own = self.names[name].tokens;
        let first = sentence.start + u32::from(reading.word(sentence.start) == "The");
        let about = grammar::parse(reading.doc, before).verb_at(own.end)?;
        let is =
            matches!(reading.word(about.main), "is" | "was" | "became" | "been" | "becomes" | "remains" | "remained");
        let g = self.owner[name]?;
        let thing = !matches!(self.groups[g].kind, EntityKind::Person | EntityKind::Group);
        (own.start == first && about.tokens.start == own.end && is && thing).then_some(g)
    }

    /// `Zarpex says it will …`, `The carmaker Zarpex said on Friday that it had …`: the body that says what `it` at `at` did.
    fn speaker(&self, number: usize, tokens: TokenRange, names: std::ops::Range<usize>, at: u32) -> Option<usize> {
        let reading = self.reading;
        let day = |at: u32| reading.has(at, class::CALENDAR);
        let verb = verb_within(&grammar::parse(reading.doc, number).verbs, at, 2)?;
        // `said it is late`, `said it was thought that`: nobody.
        let main = reading.word(verb.main);
        let blank =
            matches!(main, "is" | "was" | "be" | "been" | "appears" | "appeared" | "seems" | "seemed" | "remains");
        if blank || verb.passive && grammar::says(reading.doc, verb.main as usize) {
            return None;
        }
        let mut say = at.checked_sub(1).filter(|say| *say > tokens.start)?;
        // `said quarterly sales rose`; not `said its sales rose`
        if is_sold(reading, at) {
            let part = |at: &u32| !self.is_mark(*at) && !reading.is(*at, Rule::Say) && !is_determiner(reading, *at);
            say = (at - 1).saturating_sub((tokens.start..at).rev().take(3).take_while(part).count() as u32);
        }
        say = say.saturating_sub(u32::from(reading.word(say) == "that"));
        while day(say) && say > tokens.start + 2 {
            say -= 1;
            say -= u32::from(reading.word(say) == "on");
        }
        let says = reading.is(say, Rule::Say)
            || matches!(reading.word(say), "confirmed" | "reported" | "acknowledged" | "admitted");
        if !says {
            return None;
        }
        let mut end = say;
        while end > tokens.start
            && (day(end - 1) || matches!(reading.word(end - 1), "has" | "have" | "had" | "also" | "on"))
        {
            end -= 1;
        }
        // `Zarpex, the grocer, opened a mill and said it would …`: whom the sentence is about.
        if matches!(reading.word(end.saturating_sub(1)), "and" | "but" | ",")
            && end > tokens.start + 1
            && at < tokens.start + 80
        {
            let body = |g: usize| self.groups[g].kind == EntityKind::Organization;
            let first = names.clone().next().filter(|n| self.names[*n].tokens.start < tokens.start + 12)?;
            let topic = self.topic(number, names, end, &body)?;
            let free = !self.is_body_between(self.names[first].tokens.end + 12, at);
            return (self.owner[first] == Some(topic) && free).then_some(first);
        }
        let name = names.rev().take(4).find(|n| self.names[*n].tokens.end == end)?;
        let fits = match self.owner[name].map(|g| self.groups[g].kind) {
            Some(EntityKind::Organization) => true,
            Some(EntityKind::Place) => reading.word(at) == "it",
            _ => false,
        };
        if !fits {
            return None;
        }
        // Back to the beginning of its noun phrase: nothing may bind it to another.
        let start = self.names[name].tokens.start;
        let begins = |at: u32| {
            at < tokens.start || {
                let word = reading.word(at);
                matches!(
                    word,
                    "," | "as"
                        | "but"
                        | "while"
                        | "after"
                        | "because"
                        | "when"
                        | "“"
                        | "\""
                        | "—"
                        | "–"
                        | ";"
                        | ":"
                        | "-"
                )
            }
        };
        for at in (tokens.start..start).rev().take(8) {
            let word = reading.word(at);
            if begins(at) || day(at) {
                return Some(name);
            }
            if matches!(
                word,
                "and"
                    | "or"
                    | "of"
                    | "in"
                    | "for"
                    | "from"
                    | "with"
                    | "by"
                    | "at"
                    | "to"
                    | "on"
                    | "'s"
                    | "’s"
                    | "’"
                    | "'"
            ) {
                return None;
            }
        }
        (start.saturating_sub(8) <= tokens.start).then_some(name)
    }
}
