//! Whose life an article tells: in an obituary `he` or `she` is the one who died, unless somebody else is spoken of.
//!
//! Absent here: which day the steps of a life have (the timeline's `lives`).

use super::{Asked, Finder, Scene};
use crate::EntityKind;
use crate::document::TokenKind;
use crate::entities::alias::Group;
use crate::entities::gender::{self, Gender};
use crate::entities::reading::{Name, Reading};
use crate::entities::vocabulary::Rule;

/// Who died, and whether that is a man or a woman.
#[derive(Clone, Copy)]
pub(super) struct Life {
    who: usize,
    gender: Gender,
}

/// Sentences of the headline and the lead, that tell of a death.
const LEAD: usize = 5;

/// How far behind the first word of a quotation its speaker is looked for.
const QUOTED: u32 = 120;

/// Fewest words like `he` in an obituary.
const FEW: usize = 4;

impl Life {
    /// Whose obituary the article is: of the one who is named most often, whose death the headline or the lead tells, and of whom
    /// nearly every `he` or `she` can be.
    pub(super) fn of(
        reading: Reading,
        names: &[Name],
        groups: &[Group],
        gender: impl FnOnce(usize) -> Option<Gender>,
    ) -> Option<Self> {
        let sentences = &reading.doc.sentences[..reading.doc.sentences.len().min(LEAD)];
        let lead = sentences.last()?.tokens.end;
        let people = groups.iter().enumerate().filter(|(_, group)| group.kind == EntityKind::Person);
        let (who, group) = people.max_by_key(|(g, group)| (group.names.len(), usize::MAX - g))?;
        let whole = group.names.iter().any(|n| names[*n].key.contains(' '));
        // `Ann Berg, who died`: of whom the sentence tells it.
        let told = sentences.iter().any(|sentence| {
            let died = (sentence.tokens.start..sentence.tokens.end).rev().find(|at| is_death(reading, *at));
            let within = |died: u32| {
                let starts = group.names.iter().map(|n| names[*n].tokens.start);
                starts.into_iter().any(|start| (sentence.tokens.start..died).contains(&start))
            };
            died.is_some_and(within)
        });
        if !(whole && told && is_life(reading, names, lead)) {
            return None;
        }
        let count = |gender: Gender| {
            let words = (0..reading.doc.tokens.len() as u32).map(|at| reading.word(at));
            words.filter(|word| gender::pronoun(word) == Some(gender)).count()
        };
        let (men, women) = (count(Gender::Man), count(Gender::Woman));
        let many = if men > women { Gender::Man } else { Gender::Woman };
        let (most, rest) = (men.max(women), men.min(women));
        let fits = gender(who).is_none_or(|own| own == many);
        (most >= FEW && most > rest * 2 && fits).then_some(Life { who, gender: many })
    }
}

/// `Ann Berg obituary`, `Ann Berg, who died`, `Ann Berg dies at 79`
fn is_death(reading: Reading, at: u32) -> bool {
    matches!(reading.word(at), "obituary" | "Obituary" | "OBITUARY" | "died" | "dies" | "Dies")
}

/// The article says that it is an obituary, or tells what only those do: when the dead was born, and who is left behind; and
/// it is no news of a deed.
fn is_life(reading: Reading, names: &[Name], lead: u32) -> bool {
    let all = || 0..reading.doc.tokens.len() as u32;
    let word = |at: u32| reading.word(at);
    if (0..lead).any(|at| word(at).eq_ignore_ascii_case("obituary")) {
        return true;
    }
    let survived = || all().any(|at| word(at) == "survived" && word(at + 1) == "by");
    let number = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Number);
    let aged = |at: u32| {
        matches!(word(at), "aged" | "Aged" | "at" | "At") && (number(at + 1) || word(at + 1) == "age" && number(at + 2))
            || word(at) == "the" && word(at + 1) == "age" && word(at + 2) == "of" && number(at + 3)
    };
    let aged = || (0..lead).any(|at| is_death(reading, at) && (at + 1..at + 12).any(aged));
    let human = |at: u32| {
        let was = at.checked_sub(1).filter(|was| word(*was) == "was");
        let subject = was.and_then(|was| was.checked_sub(1));
        let named = |at: u32| names.binary_search_by_key(&(at + 1), |name| name.tokens.end).is_ok();
        subject.is_some_and(|at| gender::pronoun(word(at)).is_some() || named(at))
    };
    let born = || all().any(|at| word(at) == "born" && human(at) || word(at) == "Born" && word(at + 1) == "in");
    let deed = (0..lead).any(|at| DEEDS.contains(&word(at)));
    !deed && (survived() || aged() && born())
}

/// What news of a deed or an accident has in its lead.
const DEEDS: [&str; 16] = [
    "accused",
    "arrested",
    "charged",
    "collision",
    "convicted",
    "crash",
    "explosion",
    "inquest",
    "killed",
    "murder",
    "murdered",
    "police",
    "shooting",
    "shot",
    "stabbed",
    "suspect",
];

impl Finder<'_> {
    /// Finds out whose obituary the article is, who is a man or a woman from here on.
    pub(super) fn live(&mut self) {
        let (reading, names, groups) = (self.reading, self.names, self.groups);
        self.life = Life::of(reading, names, groups, |g| self.gender(g).0);
        if let Some(Life { who, gender }) = self.life {
            self.genders[who] = Some((Some(gender), false));
        }
    }

    /// Whom `he` or `she` means in an obituary, where the words right before do not tell it: the one who died, unless the
    /// clauses before are about somebody else of that sex.
    pub(super) fn living(&mut self, gender: Gender, scene: &Scene, before: &Scene, asked: Asked) -> Option<usize> {
        let who = self.life.filter(|life| life.gender == gender)?.who;
        let leads = self.leads(asked.number, asked.at);
        if scene.has_head(gender) || self.is_about_another(who, gender, scene) {
            return None;
        }
        let here = scene.people.iter().any(|(g, _)| *g == who);
        let went = before.lead == Some(who) || before.people.iter().any(|(g, about)| *g == who && *about);
        // A paragraph comes back to whose life it is, if the one before did not end with somebody by name.
        let opens = leads && self.opens(asked.number);
        let rival = before.has_head(gender) && !opens || self.is_about_another(who, gender, before);
        (here || went || !rival || !leads && !scene.people.is_empty()).then_some(who)
    }

    /// True for the first sentence of a paragraph.
    fn opens(&self, number: usize) -> bool {
        let sentences = &self.reading.doc.sentences;
        number.checked_sub(1).is_none_or(|before| sentences[before].block != sentences[number].block)
    }

    /// `Tom Lee invited him in 1978; he returned`: whose life it is was told of in the clause before.
    pub(super) fn living_on(&self, gender: Gender, scene: &Scene, asked: Asked) -> Option<usize> {
        let who = self.life.filter(|life| life.gender == gender && scene.life)?.who;
        let word = |n: u32| asked.at.checked_sub(n).map_or("", |at| self.reading.word(at));
        let joint = word(1) == ";" || word(2) == "," && matches!(word(1), "and" | "but");
        joint.then_some(who)
    }

    /// `“She left me in York,” said Tom Lee`: of whom an obituary tells, by the first word of what another says of her.
    pub(super) fn living_quoted(&mut self, gender: Gender, number: usize, before: &Scene, at: u32) -> Option<usize> {
        let who = self.life.filter(|life| life.gender == gender)?.who;
        let reading = self.reading;
        let quote = |at: u32| matches!(reading.word(at), "“" | "”" | "\"");
        // Not of a line without end.
        let end = reading.doc.sentences[number].tokens.end.min(at + QUOTED);
        if !at.checked_sub(1).is_some_and(quote)
            || before.has_head(gender)
            || self.is_about_another(who, gender, before)
        {
            return None;
        }
        let shut = (at..end).find(|at| quote(*at))?;
        let all = &self.groups[who].names;
        let named = all.get(all.partition_point(|n| self.names[*n].tokens.start < shut));
        let own = named.is_some_and(|n| self.names[*n].tokens.start < end);
        let said = (shut..end).any(|at| reading.is(at, Rule::Say));
        let he = (shut..end).any(|at| matches!(reading.word(at), "he" | "she" | "I" | "they"));
        (said && !own && !he).then_some(who)
    }

    /// True for whose life it is.
    pub(super) fn is_living(&self, g: usize) -> bool {
        self.life.is_some_and(|life| life.who == g)
    }

    /// True where a clause is about somebody else who may be meant.
    fn is_about_another(&mut self, who: usize, gender: Gender, scene: &Scene) -> bool {
        // `His brother Karl left`
        let aside = |g: &usize| scene.aside.contains(g) && !scene.bound.contains(g);
        let others = scene.people.iter().filter(|(g, about)| (*about || aside(g)) && *g != who);
        let others: Vec<usize> = others.map(|(g, _)| *g).collect();
        others.into_iter().any(|g| self.gender(g).0 != Some(gender.other()))
    }

    /// `Tom Lee heard him in York`: of whom an obituary tells, where the words from `own` on are about another.
    pub(super) fn living_object(&mut self, gender: Gender, own: std::ops::Range<u32>, before: &Scene) -> Option<usize> {
        let who = self.life.filter(|life| life.gender == gender)?.who;
        let named = || {
            let all = &self.groups[who].names;
            let first = all.partition_point(|n| self.names[*n].tokens.start < own.start);
            all.get(first).is_some_and(|n| self.names[*n].tokens.start < own.end)
        };
        let is_subject = |at: u32| matches!(self.reading.word(at), "he" | "He" | "she" | "She");
        let spoken = || {
            self.found
                .iter()
                .rev()
                .take(8)
                .any(|(tokens, g)| *g == who && own.contains(&tokens.start) && is_subject(tokens.start))
        };
        if named() || spoken() {
            return None;
        }
        let went = before.life || before.people.iter().any(|(g, _)| *g == who);
        (went || !before.has_head(gender) && !self.is_about_another(who, gender, before)).then_some(who)
    }
}
