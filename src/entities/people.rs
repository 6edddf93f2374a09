//! Which names mean the same person: full names, surnames, first names.
//!
//! A part of a name means the one person it can mean: the only one of that name who was named in full before, or else
//! in the whole article. Where two are possible it stays apart, so that nobody is credited with another's deeds.

use super::alias::Links;
use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::{self, Rule};
use crate::EntityKind;
use crate::document::{HashMap, HashSet, word_hash};

/// Most owners of one form that are weighed; what keeps the work linear.
const MOST: usize = 32;

/// A person's name in words of lower case (`van`, `der`, `meer`), without nicknames in quotes.
struct Person {
    words: Vec<String>,
    /// `jr`
    generation: Option<String>,
}

impl Person {
    fn read(reading: Reading, name: &Name) -> Self {
        let lower = |word: &str| -> String {
            let word = word.trim_matches([',', '.', ')', '(']);
            word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
        };
        let words = reading.doc.words(name.tokens).split_whitespace();
        let words = words.filter(|w| w.starts_with(|c: char| c.is_alphabetic() || matches!(c, '\'' | '’')));
        let quoted = |w: &&str| w.starts_with(['\'', '’']) && w.ends_with(['\'', '’']);
        let mut words: Vec<String> = words.filter(|w| !quoted(w)).map(lower).collect();
        let is_generation = |w: &String| vocabulary::is(word_hash(w), Rule::Generation);
        let generation = if words.len() > 1 { words.pop_if(|w| is_generation(w)) } else { None };
        Person { words, generation }
    }

    /// Surnames with particles or alone: `van der meer`, `meer`.
    fn tails(&self) -> impl Iterator<Item = String> {
        (1..self.words.len()).map(|start| self.words[start..].join(" "))
    }

    fn begins_with_particle(&self) -> bool {
        self.words.first().is_some_and(|w| vocabulary::is(word_hash(w), Rule::Particle))
    }

    /// True when two full names may be one person's: the surname is the same, the words before do not contradict.
    fn may_be(&self, other: &Person) -> bool {
        if self.generation.is_some() && other.generation.is_some() && self.generation != other.generation {
            return false;
        }
        let (a, b) = (&self.words, &other.words);
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let same = |x: &String, y: &String| {
            let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
            x == y || initial(x, y) || initial(y, x)
        };
        if short.is_empty() || short.last() != long.last() || !same(&short[0], &long[0]) {
            return false;
        }
        // Every word of the shorter stands in the longer, in order.
        let mut rest = long.iter();
        short.iter().all(|word| rest.any(|other| same(word, other)))
    }
}

/// How a part belongs to a full name; the first that has an owner decides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Surname,
    FirstName,
    /// `Maduro` of `Nicolás Maduro Moros`.
    Middle,
}

/// Someone who is named in full somewhere.
struct Full {
    /// Number of the first name that says so.
    name: usize,
    person: Person,
}

/// The words of people's names of two words and more, in lower case.
pub(super) fn words(reading: Reading, names: &[Name]) -> HashSet<String> {
    let long = names.iter().filter(|name| name.kind == EntityKind::Person && name.key.contains(' '));
    long.flat_map(|name| Person::read(reading, name).words).collect()
}

/// Joins the names of the same person.
pub(super) fn join(reading: Reading, names: &[Name], links: &mut Links) {
    let people = || names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Person);
    let long = || people().filter(|(_, name)| name.key.contains(' '));
    // `Van der Meer` is a surname where somebody bears it, else (`Van Morrison`) a name of its own.
    let mut surnames: HashSet<String> = HashSet::default();
    for (_, name) in long() {
        let person = Person::read(reading, name);
        if !person.begins_with_particle() {
            surnames.extend(person.tails().filter(|tail| tail.contains(' ')));
        }
    }
    let mut full: Vec<Full> = Vec::new();
    let mut of: HashMap<usize, usize> = HashMap::default();
    let mut by_last: HashMap<String, Vec<usize>> = HashMap::default();
    // Whole names, and names without their last word.
    let (mut whole, mut shortened) = (HashMap::<String, usize>::default(), HashMap::<String, usize>::default());
    for (n, name) in long() {
        let person = Person::read(reading, name);
        let Some(last) = person.words.last().filter(|_| person.words.len() > 1) else { continue };
        if person.begins_with_particle() && surnames.contains(&person.words.join(" ")) {
            continue;
        }
        let words = person.words.join(" ");
        let list = by_last.entry(last.clone()).or_default();
        let same = list.iter().copied().find(|f| full[*f].person.may_be(&person));
        // `Nicolás Maduro Moros` is `Nicolás Maduro`, but `Martin Luther King` is not `Martin Luther`.
        let first_name = |word: &String| reading.lexicon.word(word_hash(word)).bits & class::FIRST != 0;
        let inner = &person.words[person.words.len() - 2];
        let longer = || shortened.get(&words).copied().filter(|_| !first_name(last));
        let shorter = || whole.get(&person.words[..person.words.len() - 1].join(" ")).copied();
        let same = same.or_else(longer).or_else(|| shorter().filter(|_| person.words.len() > 2 && !first_name(inner)));
        match same {
            Some(f) => {
                links.join(full[f].name, n);
                of.insert(n, f);
            }
            None if list.len() < MOST => {
                if person.words.len() > 2 {
                    shortened.entry(person.words[..person.words.len() - 1].join(" ")).or_insert(full.len());
                }
                whole.entry(words).or_insert(full.len());
                list.push(full.len());
                of.insert(n, full.len());
                full.push(Full { name: n, person });
            }
            None => {}
        }
    }

    let mut owners: HashMap<String, Vec<(Part, usize)>> = HashMap::default();
    for (f, Full { person, .. }) in full.iter().enumerate() {
        let mut own = |part: String, how: Part| {
            let list = owners.entry(part).or_default();
            if list.len() < MOST {
                list.push((how, f));
            }
        };
        for tail in person.tails() {
            if let Some((_, bare)) = tail.split_once('-').filter(|(article, _)| matches!(*article, "al" | "el")) {
                own(bare.to_string(), Part::Surname);
            }
            own(tail, Part::Surname);
        }
        own(person.words[0].clone(), Part::FirstName);
        let inner = person.words.len().saturating_sub(1).max(1);
        for middle in person.words[1..inner].iter().filter(|w| w.chars().count() > 2) {
            own(middle.clone(), Part::Middle);
        }
    }

    let mut scene = Scene { seen: vec![None; full.len()], gender: vec![None; full.len()], settled: HashMap::default() };
    let mut alone: HashMap<String, usize> = HashMap::default();
    for (n, name) in people() {
        let gender = gender(reading, name);
        if let Some(f) = of.get(&n) {
            scene.enter(*f, name, gender);
            continue;
        }
        let words = Person::read(reading, name).words.join(" ");
        let list = owners.get(&words).map_or(&[][..], Vec::as_slice);
        let how = list.iter().map(|owner| owner.0).min();
        let pool: Vec<usize> = list.iter().filter(|o| Some(o.0) == how).map(|o| o.1).collect();
        match scene.one(reading, &pool, &words, name, gender) {
            Some(f) => {
                scene.enter(f, name, gender);
                scene.settled.entry(words).or_insert(f);
                links.join(full[f].name, n);
            }
            None if !words.is_empty() => {
                let other = *alone.entry(words).or_insert(n);
                links.join(n, other);
            }
            None => {}
        }
    }
}

/// What a title or tie before a name says of the person (`Mr Berg`, `her grandmother, Ann Berg`).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gender {
    Man,
    Woman,
}

fn gender(reading: Reading, name: &Name) -> Option<Gender> {
    let start = name.tokens.start;
    let before = start - u32::from(start > 1 && reading.word(start - 1) == ",");
    let word = before.checked_sub(1)?;
    if reading.is(word, Rule::Man) { Some(Gender::Man) } else { reading.is(word, Rule::Woman).then_some(Gender::Woman) }
}

/// Who is in the reader's mind at some place of the article.
struct Scene {
    /// Last token where each person was named.
    seen: Vec<Option<u32>>,
    gender: Vec<Option<Gender>>,
    /// Whom a part meant when it was first used.
    settled: HashMap<String, usize>,
}

/// Tokens within which a person is still in the reader's mind: about a paragraph and a half.
const NEAR: u32 = 80;

impl Scene {
    fn enter(&mut self, f: usize, name: &Name, gender: Option<Gender>) {
        self.seen[f] = Some(name.tokens.end);
        self.gender[f] = self.gender[f].or(gender);
    }

    /// The one of `pool` that a part can mean where it stands; none where two are possible.
    fn one(&self, reading: Reading, pool: &[usize], words: &str, name: &Name, gender: Option<Gender>) -> Option<usize> {
        let fits = |f: &usize| gender.is_none() || self.gender[*f].is_none() || self.gender[*f] == gender;
        let pool: Vec<usize> = pool.iter().copied().filter(fits).collect();
        let before: Vec<usize> = pool.iter().copied().filter(|f| self.seen[*f].is_some()).collect();
        if let ([f], _) | ([], [f]) = (&before[..], &pool[..]) {
            return Some(*f);
        }
        let known: Vec<usize> =
            before.iter().copied().filter(|f| gender.is_some() && self.gender[*f] == gender).collect();
        if let [f] = known[..] {
            return Some(f);
        }
        let near = |f: &usize| self.seen[*f].is_some_and(|seen| name.tokens.start - seen < NEAR);
        let near: Vec<usize> = before.iter().copied().filter(near).collect();
        let settled = self.settled.get(words).copied().filter(|f| pool.contains(f));
        match (&near[..], settled) {
            _ if gender.is_some() => self.nearest(reading, if near.is_empty() { &before } else { &near }),
            ([f], None) => Some(*f),
            ([f], Some(settled)) if *f == settled => Some(settled),
            ([], settled) => settled,
            _ => None,
        }
    }

    /// The one named last, unless another was named in the same sentence.
    fn nearest(&self, reading: Reading, near: &[usize]) -> Option<usize> {
        let sentence = |f: usize| {
            let seen = self.seen[f].unwrap_or(0);
            reading.doc.sentences.partition_point(|s| s.tokens.end < seen)
        };
        let last = near.iter().copied().max_by_key(|f| self.seen[*f])?;
        near.iter().all(|f| *f == last || sentence(*f) < sentence(last)).then_some(last)
    }
}
