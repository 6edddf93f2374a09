//! Whom `he`, `she` and `the two leaders` mean, where only one reading is possible: the person the sentence before is
//! about, or the clause before. For the events alone: a pronoun is no mention.
//!
//! In doubt it is nobody: where somebody unnamed was told of (`a driver`), inside quotations, and where two could be meant.

mod life;
mod owned;
mod pairs;
mod strangers;

use super::alias::Group;
use super::gender::{self, Gender};
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::roles::Role;
use super::vocabulary::Rule;
use crate::document::TokenKind;
use crate::{EntityKind, TokenRange, grammar};
use pairs::pair;

/// The pronouns that mean someone, in order of the text, each with the number of its group. `described` has the places
/// where each group is described.
pub(super) fn find(
    reading: Reading,
    names: &[Name],
    groups: &[Group],
    roles: &[Option<Role>],
    described: &[Vec<TokenRange>],
) -> Vec<(TokenRange, usize)> {
    // `he` to `both`
    let short = |at: u32| reading.token(at).is_some_and(|t| t.span.len() <= 4);
    let aged = |at: u32| reading.word(at) == "The" && reading.word(at + 3) == "year";
    let is_asked = |at: &u32| short(*at) && (is_asked(reading.word(*at)) || aged(*at) || pair(reading, *at).is_some());
    let asked: Vec<u32> = (0..reading.doc.tokens.len() as u32).filter(is_asked).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut told = vec![None; names.len()];
    for (g, group) in groups.iter().enumerate() {
        group.names.iter().for_each(|n| told[*n] = Some(g));
    }
    let person = |g: &usize| groups[*g].kind == EntityKind::Person;
    let mut places: Vec<Place> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let head = roles[n].as_ref().map_or(name.tokens.start, |role| role.tokens.start.min(name.tokens.start));
        let end = roles[n].as_ref().map_or(name.tokens.end, |role| role.tokens.end.max(name.tokens.end));
        let who = told[n].filter(person);
        places.push(Place { head, tokens: name.tokens, end, who });
    }
    for (g, tokens) in described.iter().enumerate().flat_map(|(g, all)| all.iter().map(move |t| (g, *t))) {
        places.push(Place { head: tokens.start, tokens, end: tokens.end, who: Some(g).filter(person) });
    }
    crate::document::sort_by_key(&mut places, |place| place.tokens.start.into());
    let mut finder = Finder {
        reading,
        names,
        groups,
        asked: &asked,
        genders: vec![None; groups.len()],
        quoted: false,
        seen: [false; 2],
        life: None,
        found: Vec::new(),
    };
    finder.live();
    let (mut before, mut block, mut next) = (Scene::default(), u32::MAX, 0);
    for (number, sentence) in reading.doc.sentences.iter().enumerate() {
        let first = next;
        next += places[first..].partition_point(|place| place.tokens.start < sentence.tokens.end);
        let story = reading.doc.block_of(number).kind.is_story();
        if sentence.block != block {
            finder.quoted = false;
            block = sentence.block;
        }
        // Who is told of matters to this sentence and the two behind it.
        let end = reading.doc.sentences.get(number + 2).or(reading.doc.sentences.last()).map_or(0, |s| s.tokens.end);
        let next_asked = asked.partition_point(|at| *at < sentence.tokens.start);
        let matters = asked.get(next_asked).is_some_and(|at| *at < end);
        let scene = finder.sentence(number, sentence.tokens, &places[first..next], &before, matters);
        // A sentence without anybody keeps who was told of before it, once.
        let nobody = scene.people.is_empty() && scene.strangers == [false; 2] && !before.kept;
        before = if !story {
            Scene::default()
        } else if nobody {
            Scene { kept: true, ..before }
        } else {
            Scene { prior: before.people.iter().map(|(g, _)| *g).collect(), ..scene }
        };
    }
    finder.found
}

/// Where someone or something is named.
struct Place {
    /// Where its noun phrase begins, with the role before the name, and ends.
    head: u32,
    tokens: TokenRange,
    end: u32,
    /// The group of a person.
    who: Option<usize>,
}

/// Who was told of in a sentence.
#[derive(Default)]
struct Scene {
    /// Each person once, and whether as the one that a clause is about.
    people: Vec<(usize, bool)>,
    /// Two whom a clause is about together: `Lee and the minister Piet Vos met`.
    joined: Option<(usize, usize)>,
    /// Somebody unnamed who may be a man, who may be a woman.
    strangers: [bool; 2],
    /// The same without those told of by the way: `Lee ran for mayor`.
    rivals: [bool; 2],
    /// The same of those alone that the sentence begins with: `A driver met Lee`.
    heads: [bool; 2],
    /// It is that of the sentence before the last.
    kept: bool,
    /// Who was told of in the sentence before it.
    prior: Vec<usize>,
    /// Who is only told of for another's sake.
    aside: Vec<usize>,
    /// Who is named behind a preposition: `appeared with Piet Vos`.
    bound: Vec<usize>,
    /// Whom the pronoun means that the sentence is about: `In May he left`.
    lead: Option<usize>,
    /// A pronoun means whose obituary it is.
    life: bool,
}

impl Scene {
    fn meet(&mut self, gender: Option<Gender>) {
        self.meet_aside(gender);
        self.rivals[0] |= gender != Some(Gender::Woman);
        self.rivals[1] |= gender != Some(Gender::Man);
    }

    fn meet_aside(&mut self, gender: Option<Gender>) {
        self.strangers[0] |= gender != Some(Gender::Woman);
        self.strangers[1] |= gender != Some(Gender::Man);
    }

    /// One of two who are told of together: `He married Eva Vos; she died`.
    fn has_joined(&self, g: usize) -> bool {
        self.joined.is_some_and(|(one, other)| one == g || other == g)
    }

    fn head(&mut self, gender: Option<Gender>) {
        self.heads[0] |= gender != Some(Gender::Woman);
        self.heads[1] |= gender != Some(Gender::Man);
    }

    fn has_head(&self, gender: Gender) -> bool {
        self.heads[usize::from(gender == Gender::Woman)]
    }

    fn has_stranger(&self, gender: Gender) -> bool {
        self.strangers[usize::from(gender == Gender::Woman)]
    }

    fn has_rival(&self, gender: Gender) -> bool {
        self.rivals[usize::from(gender == Gender::Woman)]
    }
}

/// A pronoun that is asked about.
#[derive(Clone, Copy)]
struct Asked<'a> {
    at: u32,
    /// It stands behind `after` or the like, in the sentence that names them (`held Piet Vos since May, when he came back`).
    bound: bool,
    /// It stands in a clause under another: `as he left`.
    under: bool,
    /// The number of its sentence.
    number: usize,
    /// Who is named behind it in its sentence.
    behind: &'a [Place],
}

/// How many verbs of a sentence are looked at for its first: more are no prose.
const MANY: usize = 64;

struct Finder<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    groups: &'a [Group],
    /// Where a pronoun or a pair begins.
    asked: &'a [u32],
    /// What is known of each group's gender, once asked for: that, and whether the first name alone tells it.
    genders: Vec<Option<(Option<Gender>, bool)>>,
    quoted: bool,
    /// Somebody unnamed was told of anywhere before who may be a man, who may be a woman.
    seen: [bool; 2],
    /// Whose obituary it is.
    life: Option<life::Life>,
    found: Vec<(TokenRange, usize)>,
}

impl Finder<'_> {
    /// Reads a sentence; one that does not matter only for its quotation marks.
    fn sentence(
        &mut self,
        number: usize,
        tokens: TokenRange,
        places: &[Place],
        before: &Scene,
        matters: bool,
    ) -> Scene {
        let reading = self.reading;
        let mut scene = Scene::default();
        let mut next = 0;
        let mut asked = self.asked[self.asked.partition_point(|at| *at < tokens.start)..].iter().peekable();
        let mut at = tokens.start;
        while at < tokens.end {
            while places.get(next).is_some_and(|place| place.tokens.start < at) {
                next += 1;
            }
            if let Some(place) = places.get(next).filter(|place| place.tokens.start == at) {
                if let Some(g) = place.who.filter(|_| matters) {
                    let about = self.is_subject(place, tokens.start, &grammar::parse(reading.doc, number).verbs);
                    if self.is_aside(place, tokens.start) {
                        scene.aside.push(g);
                    }
                    let led = self.lead(place, tokens.start);
                    // `with Piet Vos and Ann Lee`, `such as Piet Vos, Ann Lee and Eva Berg`
                    let listed = places[..next].last().is_some_and(|other| {
                        other.who.is_some_and(|g| scene.bound.contains(&g))
                            && self.is_listed(other.tokens.end, place.head)
                    });
                    // `Piet Vos’s plan`
                    let owner = reading.word(place.end).starts_with(['\'', '’']);
                    let such = led.1 == "including" || led.1 == "as" && led.0 > 1 && reading.word(led.0 - 2) == "such";
                    if BINDS.contains(&led.1) || listed || owner || such {
                        scene.bound.push(g);
                    }
                    let mut people = places[..next].iter().rev().take(8).filter(|other| other.who.is_some());
                    let other = people.next().filter(|other| self.are_joined(people.next(), other, place));
                    let other = other.and_then(|other| other.who);
                    // `She married Piet Vos in May`
                    let wed = || {
                        let before = place.head.checked_sub(1).map(|at| reading.word(at));
                        let alone = matches!(scene.people[..], [(_, true)]);
                        before
                            .filter(|word| alone && matches!(*word, "married" | "met" | "wed"))
                            .map(|_| scene.people[0].0)
                    };
                    let other = other.or_else(wed).filter(|other| *other != g);
                    if let Some(other) = other.filter(|other| scene.people.contains(&(*other, true))) {
                        scene.joined = scene.joined.or(Some((other, g)));
                    }
                    match scene.people.iter_mut().find(|(other, _)| *other == g) {
                        Some(known) => known.1 |= about,
                        None => scene.people.push((g, about)),
                    }
                }
                at = place.tokens.end.max(at + 1);
                continue;
            }
            let word = reading.word(at);
            while asked.next_if(|other| **other < at).is_some() {}
            let here = asked.peek().is_some_and(|other| **other == at);
            if let Some(end) = here.then(|| pair(reading, at)).flatten() {
                // Half of the words for each.
                if let Some((one, other)) = self.two(reading.word(end - 1), &scene, before) {
                    self.found.extend([(TokenRange::new(at, at + 1), one), (TokenRange::new(at + 1, end), other)]);
                }
                at = end;
                continue;
            }
            match word {
                "The" if !self.quoted && places.get(next).is_some_and(|p| self.is_aged(at, p)) => {
                    let end = places[next].tokens.end;
                    if let [(g, true)] = before.people[..]
                        && scene.people.is_empty()
                        && !before.kept
                        && before.strangers == [false; 2]
                    {
                        self.found.push((TokenRange::new(at, end), g));
                        scene.people.push((g, true));
                    }
                }
                "“" => self.quoted = true,
                "”" => self.quoted = false,
                "\"" => self.quoted = !self.quoted,
                "they" | "They" => {
                    if let Some((one, other)) = self.both(number, tokens, at, &places[..next], &scene, before) {
                        self.found.extend([(TokenRange::new(at, at + 1), one), (TokenRange::new(at, at + 1), other)]);
                    }
                }
                "him" | "her" if here && (word == "him" || !self.is_owner(at)) => {
                    let gender = if word == "him" { Gender::Man } else { Gender::Woman };
                    let meant =
                        if self.quoted { None } else { self.object(gender, at, number, &scene, before, places, next) };
                    match meant {
                        Some(g) => {
                            self.found.push((TokenRange::new(at, at + 1), g));
                            scene.life |= self.is_living(g);
                            if !scene.people.iter().any(|(other, _)| *other == g) {
                                scene.people.push((g, false));
                            }
                        }
                        // `Lee called him a liar`: somebody else.
                        None if word == "him" && scene.people.iter().any(|(_, about)| *about) => {
                            scene.meet(Some(gender))
                        }
                        None => {}
                    }
                }
                "his" | "His" | "her" | "Her" if here => {
                    let owner = gender::pronoun(word).filter(|_| !self.quoted);
                    if let Some(g) =
                        owner.and_then(|gender| self.owner(gender, at, number, &scene, before, &places[next..]))
                    {
                        self.found.push((TokenRange::new(at, at + 1), g));
                        scene.life |= self.is_living(g);
                    }
                }
                _ if here && word != "The" => {
                    let own = gender::pronoun(word);
                    let bound = at > tokens.start
                        && matches!(reading.word(at - 1), "after" | "before" | "since" | "when" | "while");
                    let meant = own.filter(|_| !self.quoted);
                    let under = at > tokens.start && reading.rules(at - 1).has(Rule::Behind)
                        || matches!(
                            reading.word(at.max(1) - 1),
                            "As" | "After" | "Before" | "When" | "While" | "Although" | "although" | "because"
                        );
                    let asked = Asked { at, bound, under, number, behind: &places[next..] };
                    let meant = match meant {
                        Some(gender) => self.meant(gender, &scene, before, asked),
                        None => own.and_then(|gender| self.living_quoted(gender, number, before, at)),
                    };
                    match meant {
                        Some(g) => {
                            self.found.push((TokenRange::new(at, at + 1), g));
                            scene.life |= self.is_living(g);
                            if scene.people.is_empty() && self.leads(number, at) {
                                scene.lead = Some(g);
                            }
                            match scene.people.iter_mut().find(|(other, _)| *other == g) {
                                Some(known) => known.1 = true,
                                None => scene.people.push((g, true)),
                            }
                        }
                        None => {
                            scene.meet(own);
                            if !self.quoted && self.leads(number, at) {
                                scene.head(own);
                            }
                        }
                    }
                }
                _ if self.is_stranger(at, number, places) => {
                    let gender = gender::of_stranger(reading, at);
                    self.seen[0] |= gender != Some(Gender::Woman);
                    self.seen[1] |= gender != Some(Gender::Man);
                    if self.life.is_some() && self.leads(number, at) {
                        scene.head(gender);
                    }
                    match self.is_by_the_way(number, at) {
                        true => scene.meet_aside(gender),
                        false => scene.meet(gender),
                    }
                }
                _ => {}
            }
            at += 1;
        }
        scene
    }

    /// `The 24-year-old Dane left`: from where one is who was told of before, and nobody's name.
    fn is_aged(&self, at: u32, people: &Place) -> bool {
        let (reading, start) = (self.reading, people.tokens.start);
        let aged = ["year", "-", "old"]
            .iter()
            .zip([3, 2, 1])
            .all(|(word, back)| start > at + 4 && start < at + 8 && reading.word(start - back) == *word);
        let verb = |at: u32| {
            let sentence = reading.doc.sentences.partition_point(|s| s.tokens.end <= at);
            sentence < reading.doc.sentences.len() && grammar::parse(reading.doc, sentence).verb_at(at).is_some()
        };
        aged && people.who.is_none() && verb(people.tokens.end)
    }

    /// The one whom a pronoun can mean.
    fn meant(&mut self, gender: Gender, scene: &Scene, before: &Scene, asked: Asked) -> Option<usize> {
        let one = self.living_on(gender, scene, asked).or_else(|| self.left_by_words(gender, scene, before, asked));
        let one = one.or_else(|| self.living(gender, scene, before, asked));
        // Whom `she` means is no `he` further on.
        if let Some(g) = one.filter(|g| self.gender(*g).0.is_none()) {
            self.genders[g] = Some((Some(gender), false));
        }
        one
    }

    /// The one whom the words before leave.
    fn left_by_words(&mut self, gender: Gender, scene: &Scene, before: &Scene, asked: Asked) -> Option<usize> {
        if scene.has_stranger(gender) {
            return None;
        }
        if let Some((g, about)) = self.one(gender, &scene.people, asked).ok()? {
            // `When Zsuzsa Palk rang, he put the phone down`, behind a sentence about another: nobody knows.
            let other = before.people.iter().any(|(other, _)| *other != g);
            if other && self.gender(g).0.is_none() && self.is_behind_when(asked.number, asked.at) {
                return None;
            }
            // Not `with the chemist Piet Vos, she isolated it`: whom the clause is not about.
            let one = about || scene.has_joined(g) || asked.bound;
            return (one || !scene.aside.contains(&g) && self.is_told_of(g, gender, before, asked)).then_some(g);
        }
        let leads = scene.people.is_empty() && self.leads(asked.number, asked.at);
        // `He met John Berg. He …` goes on with the same.
        if let Some(g) = before.lead.filter(|_| leads && !before.kept)
            && self.gender(g).0 != Some(gender.other())
        {
            return Some(g);
        }
        if before.has_rival(gender) || before.has_stranger(gender) && !leads {
            return None;
        }
        let one = self.one(gender, &before.people, asked).or_else(|()| {
            // `Ann Lee appeared with Eva Vos. She …`: the one that the sentence was about.
            let about = before.people.iter().filter(|(g, about)| *about || !before.bound.contains(g));
            let about: Vec<_> = about.copied().collect();
            if leads && !before.has_stranger(gender) { self.one(gender, &about, asked) } else { Err(()) }
        });
        if let Some((g, about)) = one.ok()? {
            if before.has_stranger(gender) && !about {
                return None;
            }
            // `A jury convicted Ann Berg. She …`, where no one else was told of before.
            let mut prior = before.prior.iter().filter(|other| **other != g);
            let other = !about && prior.any(|other| self.gender(*other).0 != Some(gender.other()));
            // `Lee wept as Judge Ann Berg spoke. She …`: he is no `she`.
            let beside = leads && before.people.iter().any(|(o, about)| *o != g && *about);
            let beside = beside && !other && self.gender(g).0 == Some(gender);
            return (about || before.has_joined(g) || beside || !before.aside.contains(&g) && !other).then_some(g);
        }
        let alone = !before.has_stranger(gender);
        self.sole_person(asked.at).filter(|_| alone && !self.seen[usize::from(gender == Gender::Woman)])
    }

    /// Nothing is told in the sentence before the pronoun at `at`.
    fn leads(&self, number: usize, at: u32) -> bool {
        let verbs = &grammar::parse(self.reading.doc, number).verbs;
        let told = verbs.iter().filter(|v| v.tense != grammar::VerbTense::None && v.tokens.start < at).take(2).count();
        told == 0 || told == 1 && self.is_behind_when(number, at)
    }

    /// `When the mill failed, he …`
    fn is_behind_when(&self, number: usize, at: u32) -> bool {
        let first = self.reading.word(self.reading.doc.sentences[number].tokens.start);
        matches!(first, "After" | "As" | "Before" | "When" | "While") && at > 0 && self.reading.word(at - 1) == ","
    }

    /// The one of `people` who fits, and whether a clause is about them; an error where two do, or it cannot be told.
    fn one(&mut self, gender: Gender, people: &[(usize, bool)], asked: Asked) -> Result<Option<(usize, bool)>, ()> {
        let mut one = None;
        for &(g, about) in people {
            match self.gender(g) {
                (Some(own), false) if own != gender => {}
                // `He called on Ann Lee`: somebody else; not `as he left, Tom Lee …`.
                _ if !asked.under && asked.behind.iter().take(8).any(|place| place.who == Some(g)) => {}
                (Some(own), true) if own != gender => return Err(()),
                _ if one.is_some() => return Err(()),
                _ => one = Some((g, about)),
            }
        }
        Ok(one)
    }

    /// `Aides to Tom Lee denied that he …`: whom the sentence names, if not as the one it is about, and no one else is told
    /// of before it.
    fn is_told_of(&mut self, g: usize, gender: Gender, before: &Scene, asked: Asked) -> bool {
        let named = self.names.partition_point(|name| name.tokens.start < asked.at);
        let named = self.names[..named].iter().rev().take(8).map(|name| name.tokens.end);
        let named = named.take_while(|end| *end > self.reading.doc.sentences[asked.number].tokens.start).last();
        let tensed = |v: &grammar::VerbGroup| v.tense != grammar::VerbTense::None && v.main < asked.at;
        let verbs = &grammar::parse(self.reading.doc, asked.number).verbs;
        let behind = |end: u32| &verbs[verbs.partition_point(|v| v.tokens.start < end)..];
        let told = named.is_some_and(|end| behind(end).iter().take_while(|v| v.tokens.start < asked.at).any(tensed));
        let others =
            before.people.iter().any(|(other, _)| *other != g && self.gender(*other).0 != Some(gender.other()));
        let same = before.people.iter().any(|(other, about)| *other == g && *about);
        !others && (same || told && !before.has_stranger(gender))
    }

    /// The one person of the article, named more than once before the pronoun at `at` and first where the story begins.
    fn sole_person(&self, at: u32) -> Option<usize> {
        let mut people = self
            .groups
            .iter()
            .enumerate()
            .filter(|(_, group)| group.kind == EntityKind::Person && !group.names.is_empty());
        let (g, group) = people.next().filter(|_| people.next().is_none())?;
        let before = |n: &&usize| self.names[**n].tokens.end <= at;
        let lead = self.reading.doc.sentences.get(2).or(self.reading.doc.sentences.last()).map_or(0, |s| s.tokens.end);
        let first = group.names.iter().map(|n| self.names[*n].tokens.start).min()?;
        (first < lead && group.names.iter().filter(before).take(2).count() == 2).then_some(g)
    }

    /// Whether a person is a man or a woman, and whether the first name's ending alone says so.
    fn gender(&mut self, g: usize) -> (Option<Gender>, bool) {
        if let Some(known) = self.genders[g] {
            return known;
        }
        let (reading, names) = (self.reading, self.names);
        let own = || self.groups[g].names.iter().take(8);
        let told = own().find_map(|n| gender::told(reading, names, *n)).map(|gender| (Some(gender), false));
        let first = || own().find_map(|n| names[*n].key.split_once(' ')).map(|(first, _)| first);
        let known = told.or_else(|| first().map(|name| gender::of_first_name(reading, name))).unwrap_or((None, true));
        self.genders[g] = Some(known);
        known
    }

    /// `Lee left`, `Lee, a lawyer from York, left`; not `a friend of Lee left`, `Lee's friend left`.
    fn is_subject(&self, place: &Place, start: u32, verbs: &[grammar::VerbGroup]) -> bool {
        let reading = self.reading;
        let end = place.tokens.end;
        let (lead, before) = self.lead(place, start);
        let led = BINDS.contains(&before) || matches!(before, "and" | "or" | "&" | "/" | "-");
        if led
            || self.is_aside(place, start)
            || reading.word(end).starts_with(['\'', '’'])
            || matches!(reading.word(end), "-" | "/" | "&")
        {
            return false;
        }
        let tensed = |v: &&grammar::VerbGroup| v.tense != grammar::VerbTense::None;
        let first = verbs.iter().take(MANY).find(tensed).map_or(0, |v| v.tokens.start);
        let behind = verbs[verbs.partition_point(|v| v.tokens.start < end)..].iter();
        place.tokens.start < first
            || behind.take_while(|v| v.tokens.start < end + 2).any(|v| tensed(&v))
            || (lead.max(1) - 1..place.head).any(|at| reading.is(at, Rule::Say))
    }

    /// Nothing but `,` and `and` stands between `end` and `head`.
    fn is_listed(&self, end: u32, head: u32) -> bool {
        end < head && head - end < 3 && (end..head).all(|at| matches!(self.reading.word(at), "," | "and" | "or"))
    }

    /// Where the words that describe a name begin (`the Dutch chemist`), and the word before them.
    fn lead(&self, place: &Place, start: u32) -> (u32, &str) {
        let reading = self.reading;
        // Rather nobody than one the clause is not about.
        let part = |at: &u32| {
            let word = reading.word(*at);
            reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word)
                // `In York on Friday Ann Lee said`
                && !reading.has(*at, class::CALENDAR)
                && !matches!(word, "and" | "or")
                && !BINDS.contains(&word)
        };
        // Not back into a headline, which no stop ends.
        let near = place.head.saturating_sub(4).max(start)..place.head;
        let lead = near.rev().take_while(part).last().unwrap_or(place.head);
        (lead, lead.checked_sub(1).filter(|at| *at >= start).map_or("", |at| reading.word(at)))
    }

    /// `Her sister, Ann Lee,` is told of for another's sake, a judge for the one on trial.
    fn is_aside(&self, place: &Place, start: u32) -> bool {
        let reading = self.reading;
        let part = |at: &u32| {
            let word = reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word);
            word && !BINDS.contains(&reading.word(*at))
        };
        let near = place.head.saturating_sub(4).max(start)..place.head;
        let lead = near.rev().take_while(part).last().unwrap_or(place.head);
        // `Following her defeat, Ann Lee`: no person’s.
        let is_person = |at: u32| PERSONS.iter().any(|rule| reading.is(at, *rule));
        let owner = |back: u32| lead.checked_sub(back).is_some_and(|at| gender::pronoun(reading.word(at)).is_some());
        let before = lead.checked_sub(1).map_or("", |at| reading.word(at));
        (lead..place.tokens.start + 1).any(|at| gender::pronoun(reading.word(at)).is_some())
            || owner(1)
            || before == "," && owner(3) && is_person(lead.max(2) - 2)
            || (place.head..place.end).any(|at| reading.is(at, Rule::Court))
    }
}

/// The pronouns that are asked about.
fn is_asked(word: &str) -> bool {
    matches!(word, "he" | "He" | "she" | "She" | "they" | "They" | "him" | "his" | "His" | "her" | "Her")
}

/// What nouns for a person are.
const PERSONS: &[Rule] = &[Rule::Post, Rule::Tie, Rule::Man, Rule::Woman, Rule::Title, Rule::Someone];

/// Words that bind a name to another: whom the clause is not about.
const BINDS: &[&str] = &[
    "about", "against", "at", "between", "by", "for", "For", "from", "in", "like", "Like", "of", "on", "than", "to",
    "under", "Under", "Unlike", "with", "With",
];
