//! Which names mean the same person: full names, surnames, first names.
//!
//! A part of a name means the one person it can mean: the only one of that name who was named in full before, or else
//! in the whole article. Where two are possible it stays apart, so that nobody is credited with another's deeds.

use super::alias::Links;
use super::catalogue;
use super::gender::{self, Gender};
use super::kin;
use super::lexicon::class;
use super::names::is_title;
use super::nicknames::{self, is_short_for};
use super::reading::{Name, Reading};
use super::scene::Scene;
use super::slips::{LONG, Slips, is_misspelt, is_slip};
use super::stems;
use super::vocabulary::{self, Rule};
use crate::EntityKind;
use crate::document::{HashMap, HashSet, word_hash};
use crate::lists::rows;
use std::sync::OnceLock;

/// Most owners of one form that are weighed; what keeps the work linear.
const MOST: usize = 32;

/// A person's name in words of lower case (`van`, `der`, `meer`), without nicknames in quotes.
struct Person {
    words: Vec<String>,
    /// `scooter` of `Lewis “Scooter” Berg`
    nickname: Option<String>,
    /// `jr`
    generation: Option<String>,
}

impl Person {
    fn read(reading: Reading, name: &Name) -> Self {
        let lower = |word: &str| -> String {
            let word = word.trim_matches([',', '.', ')', '(']);
            let lowered = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
            let lowered: String = lowered.collect();
            if lowered.is_ascii() { lowered } else { stems::bare(&lowered).into_owned() }
        };
        let turned = catalogue::title(reading, name.tokens);
        let words = turned.as_deref().unwrap_or_else(|| reading.doc.words(name.tokens)).split_whitespace();
        // `“Buzz” Berg` is called so where no other first name stands before.
        let words = words.enumerate().map(|(n, w)| if n == 0 { w.trim_matches(['“', '”', '"']) } else { w });
        const QUOTES: [char; 6] = ['“', '”', '"', '‘', '’', '\''];
        let within = |w: &str| w.len() > 4 && w.starts_with(QUOTES) && w.ends_with(QUOTES);
        let nickname = words.clone().skip(1).find(|w| within(w)).map(|w| lower(w.trim_matches(QUOTES)));
        let words = words.filter(|w| w.starts_with(|c: char| c.is_alphabetic() || matches!(c, '\'' | '’')));
        let quoted = |w: &&str| w.starts_with(['\'', '’']) && w.ends_with(['\'', '’']);
        let mut words: Vec<String> = words.filter(|w| !quoted(w)).map(lower).collect();
        let is_generation = |w: &String| vocabulary::is(word_hash(w), Rule::Generation);
        let generation = if words.len() > 1 { words.pop_if(|w| is_generation(w)) } else { None };
        Person { words, nickname, generation }
    }

    /// Surnames with particles or alone: `van der meer`, `meer`.
    fn tails(&self) -> impl Iterator<Item = String> {
        (1..self.words.len()).map(|start| self.words[start..].join(" "))
    }

    /// `Frank De Winne`
    fn has_particle(&self) -> bool {
        self.words.iter().skip(1).any(|w| vocabulary::is(word_hash(w), Rule::Particle))
    }

    /// `Abdullah bin Sorn`, `Turki al-Sorn`, `Benedict XVI`: not first name and surname.
    fn is_dynastic(&self) -> bool {
        let roman = |w: &String| w.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
        let of_house = |w: &String| w.starts_with("al-") || roman(w);
        self.has_particle() || self.generation.is_some() || self.words.iter().skip(1).any(of_house)
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
        let ([inner @ .., one], [rest @ .., other]) = (&short[..], &long[..]) else { return false };
        // `Ann Holm` of Ann Holm-Berg
        let surname = one == other || first_half(one) == other || first_half(other) == one;
        let same = |x: &String, y: &String| {
            let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
            x == y || initial(x, y) || initial(y, x) || spelling(x).is_some_and(|one| spelling(y) == Some(one))
        };
        if !surname || !same(&short[0], &long[0]) {
            return false;
        }
        // Every word of the shorter stands in the longer, in order.
        let mut rest = rest.iter();
        inner.iter().all(|word| rest.any(|other| same(word, other)))
    }
}

/// The Arabic article before a surname, as it is spelled before different letters: `ul-Haq`, `ad-Din`.
fn is_article(word: &str) -> bool {
    matches!(word, "al" | "el" | "ul" | "ud" | "ur" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "az")
}

/// `holm` of `holm-berg`, the first half of a double surname; all of any other word.
fn first_half(word: &str) -> &str {
    let half = word.split_once('-').map(|(half, _)| half);
    half.filter(|half| half.chars().count() > 2 && !is_article(half) && *half != "saint").unwrap_or(word)
}

/// The first of the ways in which a first name is spelled (`Mohamed`, `Muhammad`); none where there is but one.
fn spelling(name: &str) -> Option<&'static str> {
    static FORMS: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let lines = rows!("gazetteer/spelled.txt");
        lines.flat_map(|line| line.split(' ').map(move |form| (form, line.split(' ').next().unwrap_or(line)))).collect()
    });
    forms.get(name).copied()
}

/// How a part belongs to a full name; the first that has an owner decides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Surname,
    FirstName,
    /// `Maduro` of `Nicolás Maduro Moros`, `Holm` of `Ann Holm-Berg`.
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
    let mut by_first: HashMap<String, Vec<usize>> = HashMap::default();
    // Surnames and first names that stand alone.
    let lone: HashSet<String> = {
        let lone = people().filter(|(_, name)| !name.key.contains(' '));
        lone.flat_map(|(_, name)| Person::read(reading, name).words).collect()
    };
    // Whole names, and names without their last word.
    let mut triples = HashMap::<String, usize>::default();
    let (mut whole, mut shortened) = (HashMap::<String, usize>::default(), HashMap::<String, usize>::default());
    // The first names of those who are called otherwise, by what they are called.
    let nicknames: HashMap<String, String> = {
        let people = long().filter(|(_, name)| name.tokens.len() > 3).map(|(_, name)| Person::read(reading, name));
        let called = |person: Person| {
            let surname = person.words.last().filter(|_| person.words.len() > 1)?;
            Some((format!("{} {surname}", person.nickname?), person.words[0].clone()))
        };
        people.filter_map(called).collect()
    };
    let first_name = |word: &String| reading.lexicon.word(word_hash(word)).bits & class::FIRST != 0;
    for (n, name) in long() {
        let person = Person::read(reading, name);
        let Some(last) = person.words.last().filter(|_| person.words.len() > 1) else { continue };
        let words = person.words.join(" ");
        // `Abou Zeid` of Abdelhamid Abou Zeid: a surname of two words, since the first is nobody's first name.
        let short = person.begins_with_particle() || !first_name(&person.words[0]);
        if short && surnames.contains(&words) {
            continue;
        }
        let list = by_last.entry(first_half(last).to_string()).or_default();
        let same = list.iter().copied().find(|f| full[*f].person.may_be(&person));
        // `Larry Lessig`, where Lawrence is the only Lessig, and not named in the same sentence.
        let sentence = |n: usize| {
            let at = names[n].tokens.start;
            reading.doc.sentences.partition_point(|s| s.tokens.end <= at)
        };
        let apart = |f: &usize| sentence(full[*f].name) != sentence(n);
        let familiar = || {
            let [f] = list[..] else { return None };
            let short = || is_short_for(&full[f].person.words[0], &person.words[0]);
            let two = person.words.len() == 2 || full[f].person.words.len() == 2;
            (two && short() && apart(&f)).then_some(f)
        };
        // `Tyler Moore` of Mary Tyler Moore; a longer name may end in the father’s.
        let tail = || triples.get(&words).copied().filter(apart);
        // `Viktro Lessig` where Viktor is the only Lessig: a slip of the pen, and no other first name that anybody has.
        let slip = || {
            let [f] = list[..] else { return None };
            let other = &full[f].person.words;
            let two = person.words.len() == 2 && other.len() == 2 && person.words[1] == other[1];
            let named = first_name(&person.words[0]) && first_name(&other[0]);
            (two && !named && is_slip(&person.words[0], &other[0]) && apart(&f)).then_some(f)
        };
        // `Ann Holm-Berg`, `Ann Holm Berg`
        let hyphen = || {
            let other = whole.get(&words.replace('-', " ")).copied();
            let same = |f: &usize| full[*f].person.generation == person.generation;
            let written = |f: &usize| words.contains('-') || full[*f].person.words.iter().any(|w| w.contains('-'));
            other.filter(|f| same(f) && written(f))
        };
        // `Viktor Lessigner`, `Viktor Lessinger`: the surname has the slip.
        let last_name = |word: &String| reading.lexicon.word(word_hash(word)).bits & class::LAST != 0;
        let misspelt = || {
            let of = by_first.get(&person.words[0]).map_or(&[][..], Vec::as_slice);
            let other = |f: &usize| {
                let words = &full[*f].person.words;
                let two = words.len() == person.words.len() && words.len() == 2;
                two && is_misspelt(&words[1], last) && !(last_name(&words[1]) && last_name(last)) && apart(f)
            };
            of.iter().copied().find(other)
        };
        // `Scooter Lessig` beside Lewis “Scooter” Lessig
        let nickname = || {
            let (of, by) = (nicknames.get(&words), |full: &Full| nicknames.get(&full.person.words.join(" ")));
            let same = |f: &&usize| of == Some(&full[**f].person.words[0]) || by(&full[**f]) == Some(&person.words[0]);
            list.iter().find(same).copied().filter(|_| !nicknames.is_empty())
        };
        // `Lessig Lawrence`, the surname first; not `Wei Chen` beside Chen Wei.
        let turned = || {
            let [last, first] = &person.words[..] else { return None };
            let told = first_name(first) && !first_name(last);
            whole.get(&format!("{first} {last}")).copied().filter(|f| told && apart(f))
        };
        let same = same
            .or_else(nickname)
            .or_else(turned)
            .or_else(familiar)
            .or_else(tail)
            .or_else(slip)
            .or_else(hyphen)
            .or_else(misspelt);
        // `Nicolás Maduro Moros` is `Nicolás Maduro`, but `Martin Luther King` is not `Martin Luther`.
        let inner = &person.words[person.words.len() - 2];
        // `Ana Paula` of `Ana Paula Ribeiro`, who was named in full before: two first names.
        let longer = || {
            let two = person.words.len() == 2 && first_name(&person.words[0]) && !last_name(last);
            shortened.get(&words).copied().filter(|_| !first_name(last) || two)
        };
        let shorter = || whole.get(&person.words[..person.words.len() - 1].join(" ")).copied();
        // `Ali Habib` and then `Ali Habib Mahmoud`, whom nobody calls Mahmoud alone.
        let further = |f: &usize| !first_name(inner) || !lone.contains(last) && apart(f);
        let same = same.or_else(longer).or_else(|| shorter().filter(|f| person.words.len() > 2 && further(f)));
        match same {
            Some(f) => {
                links.join(full[f].name, n);
                of.insert(n, f);
            }
            None if list.len() < MOST => {
                if let [_, rest @ ..] = &person.words[..]
                    && rest.len() == 2
                {
                    triples.entry(rest.join(" ")).or_insert(full.len());
                }
                if person.words.len() > 2 {
                    shortened.entry(person.words[..person.words.len() - 1].join(" ")).or_insert(full.len());
                }
                whole.entry(words.replace('-', " ")).or_insert(full.len());
                whole.entry(words).or_insert(full.len());
                let firsts = by_first.entry(person.words[0].clone()).or_default();
                if firsts.len() < MOST {
                    firsts.push(full.len());
                }
                list.push(full.len());
                of.insert(n, full.len());
                full.push(Full { name: n, person });
            }
            None => {}
        }
    }

    // `Fiona and Alasdair Kerr`: both have the surname that stands once.
    for (n, name) in people().filter(|(_, name)| !name.key.contains(' ')) {
        let shared = kin::shared_surname(reading, names, n).and_then(|_| of.get(&(n + 1)));
        let Some(partner) = shared.map(|f| &full[*f].person).filter(|partner| partner.words.len() == 2) else {
            continue;
        };
        let own = |full: &Full| full.person.words.contains(&name.key);
        if full.len() < MOST && first_name(&name.key) && !full.iter().any(own) {
            let words = vec![name.key.clone(), partner.words[1].clone()];
            of.insert(n, full.len());
            full.push(Full { name: n, person: Person { words, nickname: None, generation: None } });
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
            if let Some((_, bare)) = tail.split_once('-').filter(|(article, _)| is_article(article)) {
                own(bare.to_string(), Part::Surname);
            }
            if person.has_particle() && tail.contains(' ') {
                own(tail.replace(' ', ""), Part::Surname);
            }
            own(tail, Part::Surname);
        }
        own(person.words[0].clone(), Part::FirstName);
        person.nickname.iter().for_each(|called| own(called.clone(), Part::FirstName));
        let inner = person.words.len().saturating_sub(1).max(1);
        for middle in person.words[1..inner].iter().filter(|w| w.chars().count() > 2) {
            own(middle.clone(), Part::Middle);
        }
        // `Holm` of Ann Holm-Berg, where nobody else is called so
        let last = &person.words[person.words.len() - 1];
        let half = first_half(last);
        if half != last {
            own(half.to_string(), Part::Middle);
        }
    }

    // `Tim` of Timothy Cook, who is called Tim Cook too.
    for (n, name) in long() {
        let Some(f) = of.get(&n) else { continue };
        let mut words = Person::read(reading, name).words;
        if words.len() > 1 && words[0].chars().count() > 1 && words[0] != full[*f].person.words[0] {
            let list = owners.entry(words.swap_remove(0)).or_default();
            if list.len() < MOST && !list.contains(&(Part::FirstName, *f)) {
                list.push((Part::FirstName, *f));
            }
        }
    }

    // Whom a rank before a surname means, since one of that surname is named in full with it; none where two are.
    let mut ranks: HashMap<(String, u64), Option<usize>> = HashMap::default();
    for (n, name) in long() {
        let (Some(f), Some(rank)) = (of.get(&n).copied(), rank(reading, name)) else { continue };
        for tail in full[f].person.tails() {
            let one = ranks.entry((tail, rank)).or_insert(Some(f));
            *one = one.filter(|one| *one == f);
        }
    }

    // Who is told of with a rank or as one who rules: `former dictator Paul Berg` is the General Berg of two of that surname.
    let rulers: HashSet<usize> = {
        let ruling = long().filter(|(_, name)| rules_or_commands(reading, name));
        ruling.filter_map(|(n, _)| of.get(&n).copied()).collect()
    };

    // Those who are known by their surnames alone, beside one of that name who is somebody else.
    let mut bare: HashMap<String, usize> = HashMap::default();
    // Beside whom each lone name stands.
    let mut neighbours: HashMap<usize, Vec<usize>> = HashMap::default();
    let lone: Vec<usize> = people().map(|(n, _)| n).filter(|n| !of.contains_key(n)).collect();
    let ladies: HashSet<usize> = {
        let titled = long().filter(|(_, name)| is_first_lady(reading, name));
        titled.filter_map(|(n, _)| of.get(&n).copied()).collect()
    };
    for n in lone {
        let name = &names[n];
        let rank = rank(reading, name);
        let beside = [n.checked_sub(1), Some(n + 1)].into_iter().flatten();
        let beside: Vec<usize> =
            beside.filter(|m| is_beside(reading, names, n, *m)).filter_map(|m| of.get(&m).copied()).collect();
        if beside.is_empty() && (rank.is_none() || ladies.is_empty()) {
            continue;
        }
        if !beside.is_empty() {
            neighbours.insert(n, beside.clone());
        }
        let words = Person::read(reading, name).words.join(" ");
        let other = |f: usize| beside.contains(&f) || rank.is_some() && ladies.contains(&f);
        let Some(list) = owners.get_mut(&words) else { continue };
        if list.len() >= MOST || !list.iter().all(|(part, f)| *part == Part::Surname && other(*f)) {
            continue;
        }
        let person = Person { words: vec![words.clone()], nickname: None, generation: None };
        list.push((Part::Surname, full.len()));
        if let Some(rank) = rank {
            ranks.entry((words.clone(), rank)).or_insert(Some(full.len()));
        }
        bare.insert(words, full.len());
        of.insert(n, full.len());
        full.push(Full { name: n, person });
    }

    // Whom it does not mean, since that one is told of as their kin.
    let mut apart: HashMap<(String, u64), Vec<usize>> = HashMap::default();
    let mut ends: Option<HashMap<u32, usize>> = None;
    for (_, name) in people().filter(|(n, _)| !of.contains_key(n)) {
        let (Some(end), Some(rank)) = (kin(reading, name), rank(reading, name)) else { continue };
        let ends = ends.get_or_insert_with(|| of.iter().map(|(n, f)| (names[*n].tokens.end, *f)).collect());
        if let Some(f) = ends.get(&end) {
            let list = apart.entry((Person::read(reading, name).words.join(" "), rank)).or_default();
            if !list.contains(f) && list.len() < MOST {
                list.push(*f);
            }
        }
    }

    let (crowned, titled): (HashSet<usize>, HashSet<usize>) = {
        let by = |test: fn(Reading, &Name) -> bool| long().filter(move |(_, name)| test(reading, name));
        let of = |(n, _): (usize, _)| of.get(&n).copied();
        (by(is_crowned).filter_map(of).collect(), by(is_called).filter_map(of).collect())
    };
    let mut times = vec![0; full.len()];
    long().filter_map(|(n, _)| of.get(&n)).for_each(|f| times[*f] += 1);
    let mut scene = Scene::new(reading, full.iter().zip(times).map(|(full, times)| (&names[full.name], times)));
    let hear = |scene: &mut Scene, told: fn(Reading, &[Name], usize) -> Option<Gender>| {
        for (n, f) in long().filter_map(|(n, _)| Some((n, *of.get(&n)?))) {
            scene.gender[f] = scene.gender[f].or_else(|| told(reading, names, n));
        }
    };
    hear(&mut scene, gender::told);
    for (f, full) in full.iter().enumerate().filter(|(_, full)| !full.person.words.is_empty()) {
        if scene.gender[f].is_none() {
            (scene.gender[f], scene.guessed[f]) = gender::of_first_name(reading, &full.person.words[0]);
        }
    }
    hear(&mut scene, gender::followed);
    // Surnames by the titles that stand before them.
    let titles: HashSet<(&str, Gender)> =
        people().filter_map(|(_, name)| Some((name.key.as_str(), gender::titled(reading, name)?))).collect();
    // `Fazlullah`, where all others are Fuzlullah.
    let mut slips = Slips::default();
    full.iter().filter_map(|full| full.person.words.last()).for_each(|surname| slips.add(surname));
    people().filter(|(n, name)| !of.contains_key(n) && !name.key.contains(' ')).for_each(|(_, name)| {
        Person::read(reading, name).words.iter().for_each(|word| slips.add(word));
    });
    let known = |word: &str| reading.lexicon.word(word_hash(word)).bits & (class::LAST | class::FIRST) != 0;
    let firsts = full.iter().enumerate().filter_map(|(f, full)| Some((f, full.person.words.first()?.as_str())));
    let shorts = nicknames::shorts(reading, firsts);
    // Of each name that means nobody who is named in full: the first with a man's title, a woman's, none.
    let mut alone: HashMap<String, [Option<usize>; 3]> = HashMap::default();
    for (n, name) in people() {
        let gender = gender::titled(reading, name);
        if let Some(f) = of.get(&n) {
            scene.enter(reading, *f, name, gender);
            continue;
        }
        // Mr and Mrs Berg are two, of whom one who is not known to be a man or a woman may be either.
        let both = gender.is_some() && [Gender::Man, Gender::Woman].iter().all(|g| titles.contains(&(&name.key, *g)));
        let Person { words, generation, .. } = Person::read(reading, name);
        let mut words = words.join(" ");
        if words.len() >= LONG && !owners.contains_key(&words) {
            // Whoever has the name in full; of two that stand alone the one that comes first in the alphabet.
            let other = |other: &str| !(known(other) && known(&words));
            let one = slips.one(&words, other).filter(|one| owners.contains_key(*one) || *one < words.as_str());
            words = one.map_or(words.clone(), str::to_string);
        }
        let list = owners.get(&words).map_or(&[][..], Vec::as_slice);
        // `Win`, where Winifred Holm was named before
        let short =
            || shorts.get(&words).copied().flatten().filter(|f| nicknames::is_free(reading, name, scene.seen[*f]));
        if let Some(f) = if list.is_empty() { short() } else { None } {
            scene.enter(reading, f, name, gender);
            links.join(full[f].name, n);
            continue;
        }
        // `Holm` of Ann Holm-Berg, where Tom Holm is named only further on
        let seen = |part: &dyn Fn(Part) -> bool| list.iter().any(|o| part(o.0) && scene.seen[o.1].is_some());
        let half = seen(&|part| part == Part::Middle) && !seen(&|part| part < Part::Middle);
        let how = if half { Some(Part::Middle) } else { list.iter().map(|owner| owner.0).min() };
        let pool: Vec<usize> = list.iter().filter(|o| Some(o.0) == how).map(|o| o.1).collect();
        // `Gene Berg, the son of General Berg`: the one named last is not meant, nor wherever that rank stands.
        let kin = if list.is_empty() { None } else { kin(reading, name) };
        let beside = neighbours.get(&n).map_or(&[][..], Vec::as_slice);
        let not_here = |f: &usize| kin.is_some() && scene.seen[*f] == kin || beside.contains(f);
        let ranked = rank(reading, name).map(|rank| (words.clone(), rank));
        let others = ranked.as_ref().and_then(|ranked| apart.get(ranked)).map_or(&[][..], Vec::as_slice);
        // `Robert III` is no Robert Berg, nor Robert Berg Jr.
        let heir = |f: &usize| generation.is_none() || full[*f].person.generation == generation;
        // `King Abdullah` is not the minister Abdullah Gul, nor Imam Hussein the Saddam of that name.
        let king = is_crowned(reading, name) && first_name(&words);
        let may_rule = |f: &usize| {
            !king
                || crowned.contains(f)
                || how == Some(Part::FirstName) && !titled.contains(f) && full[*f].person.is_dynastic()
        };
        let alone_so = !pool.iter().any(heir);
        let pool: Vec<usize> =
            pool.into_iter().filter(|f| heir(f) && may_rule(f) && !others.contains(f) && !not_here(f)).collect();
        let by_rank = ranked.as_ref().and_then(|ranked| ranks.get(ranked)).copied().flatten();
        let ruler = || {
            let soldier = name.tokens.start.checked_sub(1).is_some_and(|at| reading.is(at, Rule::Grade));
            let mut ruling = pool.iter().copied().filter(|f| soldier && ranked.is_some() && rulers.contains(f));
            ruling.next().filter(|_| pool.len() > 1 && ruling.next().is_none())
        };
        let by_rank = by_rank.or_else(ruler);
        let by_rank = by_rank.or_else(|| bare.get(&words).copied().filter(|_| gender.is_none()));
        if let Some(generation) = generation.filter(|_| alone_so && !list.is_empty()) {
            words = format!("{words} {generation}");
        }
        match by_rank.filter(|f| pool.contains(f)).or_else(|| scene.one(reading, &pool, &words, name, (gender, both))) {
            Some(f) => {
                scene.enter(reading, f, name, gender);
                scene.settled.entry(words).or_insert(f);
                links.join(full[f].name, n);
            }
            None if !words.is_empty() => {
                let place = match gender {
                    Some(Gender::Man) => 0,
                    Some(Gender::Woman) => 1,
                    None => 2,
                };
                let first = alone.entry(words).or_default();
                let other = *first[place].get_or_insert(n);
                links.join(n, other);
            }
            None => {}
        }
    }
    for first in alone.values_mut() {
        if let [Some(one), None, Some(bare)] | [None, Some(one), Some(bare)] = first {
            links.join(*one, *bare);
        }
    }
}

/// The rank or office right before a name (`General Berg`); not what a man or a woman is called.
fn rank(reading: Reading, name: &Name) -> Option<u64> {
    let before = name.tokens.start.checked_sub(1)?;
    let stop = u32::from(reading.word(before) == ".");
    let at = before.checked_sub(stop)?;
    let title = reading.is_capital(at) && is_title(reading, at) && !reading.is(at, Rule::Honorific);
    title.then(|| reading.doc.tokens[at as usize].hash)
}

/// `King Abdullah`, `Imam Ali`: a rank before a first name.
fn is_crowned(reading: Reading, name: &Name) -> bool {
    let Some(at) = name.tokens.start.checked_sub(1).filter(|at| reading.is_capital(*at)) else { return false };
    let rules = reading.rules(at);
    rules.has(Rule::Rank) && rules.has(Rule::Grade) || matches!(reading.word(at), "Imam" | "Prophet")
}

/// `Foreign Minister Paul Berg`, `dictator Paul Berg`
fn is_called(reading: Reading, name: &Name) -> bool {
    let at = name.tokens.start.checked_sub(1);
    at.is_some_and(|at| is_title(reading, at) && !reading.is(at, Rule::Honorific) || reading.is(at, Rule::Post))
}

/// `former dictator Paul Berg`, `Captain Paul Berg`
fn rules_or_commands(reading: Reading, name: &Name) -> bool {
    let Some(at) = name.tokens.start.checked_sub(1) else { return false };
    let at = at - u32::from(reading.word(at) == "." && at > 0);
    let word = reading.word(at).to_lowercase();
    let ruler =
        matches!(word.as_str(), "commander" | "dictator" | "leader" | "president" | "ruler" | "strongman" | "warlord");
    ruler || reading.is(at, Rule::Grade)
}

/// The wife of who is in office, which she is not.
fn is_first_lady(reading: Reading, name: &Name) -> bool {
    let start = name.tokens.start;
    let first = start > 1 && reading.word(start - 1) == "Lady" && reading.word(start - 2) == "First";
    first && !(start > 2 && reading.is(start - 3, Rule::Past))
}

/// `President Berg and First Lady Ann Berg`, `Berg and his wife, Ann Berg`: two that are named together, each by what
/// that one is called.
fn is_beside(reading: Reading, names: &[Name], n: usize, m: usize) -> bool {
    let (a, b) = (&names[n.min(m)], names.get(n.max(m)));
    let Some(b) = b.filter(|b| b.kind == EntityKind::Person && a.kind == EntityKind::Person) else { return false };
    let between = a.tokens.end..b.tokens.start;
    let small = |word: &str| matches!(word, "," | "." | "his" | "her" | "the" | "First" | "late");
    let title = |at: u32| {
        let ties = [Rule::Tie, Rule::Man, Rule::Woman, Rule::Modifier, Rule::Past];
        is_title(reading, at) || ties.iter().any(|rule| reading.is(at, *rule)) || small(reading.word(at))
    };
    let and = between.clone().next().is_some_and(|at| matches!(reading.word(at), "and" | "&"));
    and && between.len() < 7 && between.skip(1).all(title)
}

/// Behind whom a name stands as that of kin: the end of the name before (`Gene Berg, the son of General Berg`).
fn kin(reading: Reading, name: &Name) -> Option<u32> {
    let start = name.tokens.start;
    let before = |at: u32| [Rule::Past, Rule::Modifier, Rule::Grade].iter().any(|rule| reading.is(at, *rule));
    let title = |at: &u32| is_title(reading, *at) || reading.word(*at) == "." || before(*at);
    let of = (start.saturating_sub(6)..start).rev().find(|at| !title(at))?;
    let tie = of.checked_sub(1).filter(|tie| reading.word(of) == "of" && reading.is(*tie, Rule::Tie))?;
    (tie.saturating_sub(5)..tie).rev().find(|at| reading.word(*at) == ",")
}
