//! Which of several people a part of a name means where it stands: who is in the reader's mind there. Absent here: whose
//! part it may be (`people`).

use super::gender::{self, Gender};
use super::kin::{self, Kin};
use super::reading::{Name, Reading};
use super::told;
use super::vocabulary::Rule;
use crate::document::HashMap;

/// Which of `Ms`, `Mrs` and `Miss` a woman is called: what she would hardly change within an article.
fn honorific(reading: Reading, name: &Name) -> Option<u64> {
    let at = name.tokens.start.checked_sub(1)?;
    let word = matches!(reading.word(at), "Ms" | "Ms." | "Mrs" | "Mrs." | "Miss");
    word.then(|| reading.doc.tokens[at as usize].hash)
}

/// Who is in the reader's mind at some place of the article.
pub(super) struct Scene {
    /// Last token where each person was named.
    pub seen: Vec<Option<u32>>,
    /// What each was called up to here.
    pub called: Vec<Option<Gender>>,
    /// `Ms`, `Mrs`
    pub honorific: Vec<Option<u64>>,
    /// What the article or the first name says of each.
    pub gender: Vec<Option<Gender>>,
    /// Only the ending of the first name says so.
    pub guessed: Vec<bool>,
    /// How each came into the story, the first token of the whole name there, and how often it stands.
    kin: Vec<(Kin, u32, u32)>,
    /// Whom a part meant when it was first used.
    pub settled: HashMap<String, usize>,
}

/// Tokens within which a person is still in the reader's mind: about a paragraph and a half.
const NEAR: u32 = 80;

impl Scene {
    /// Nobody seen yet, of those who are first named in full so, each that many times.
    pub fn new<'n>(reading: Reading, first: impl Iterator<Item = (&'n Name, u32)>) -> Self {
        let kin: Vec<_> =
            first.map(|(name, times)| (kin::introduced(reading, name.tokens), name.tokens.start, times)).collect();
        let count = kin.len();
        Scene {
            seen: vec![None; count],
            called: vec![None; count],
            honorific: vec![None; count],
            gender: vec![None; count],
            guessed: vec![false; count],
            kin,
            settled: HashMap::default(),
        }
    }

    pub fn enter(&mut self, reading: Reading, f: usize, name: &Name, gender: Option<Gender>) {
        self.seen[f] = Some(name.tokens.end);
        self.honorific[f] = self.honorific[f].or_else(|| honorific(reading, name));
        self.called[f] = self.called[f].or(gender);
        self.gender[f] = self.gender[f].or(gender);
    }

    /// The one of `pool` that a part can mean where it stands; none where two are possible.
    pub fn one(
        &self,
        reading: Reading,
        pool: &[usize],
        words: &str,
        name: &Name,
        (gender, both): (Option<Gender>, bool),
    ) -> Option<usize> {
        let known = pool.iter().any(|f| self.gender[*f].is_some());
        let fits = |f: &usize| match self.gender[*f] {
            // An ending is no proof: `Mr. Kiir` where Salva Kiir is the only one.
            Some(own) => gender.is_none_or(|gender| gender == own || self.guessed[*f] && !both && pool.len() == 1),
            None => !both || known,
        };
        let mut pool: Vec<usize> = pool.iter().copied().filter(fits).collect();
        // Of several Ms Berg is not who was Mrs Berg before.
        let honorific = honorific(reading, name);
        if pool.len() > 1 && honorific.is_some() {
            pool.retain(|f| self.honorific[*f].is_none_or(|own| Some(own) == honorific));
        }
        let before: Vec<usize> = pool.iter().copied().filter(|f| self.seen[*f].is_some()).collect();
        if before.is_empty() && pool.len() > 1 && gender.is_none() {
            return self.announced(reading, &pool, name);
        }
        if let ([f], _) | ([], [f]) = (&before[..], &pool[..]) {
            return Some(*f);
        }
        let settled = self.settled.get(words).copied().filter(|f| pool.contains(f));
        // Who was called so, else who is known to be a man or a woman.
        for genders in [&self.called, &self.gender] {
            let mut known = before.iter().copied().filter(|f| gender.is_some() && genders[*f] == gender);
            if let (Some(f), None) = (known.next(), known.next()) {
                // `His father, Tom Berg`, where another may be Mr Berg too
                let tied = self.kin[f].0 != Kin::No;
                if tied && before.iter().any(|other| *other != f && self.gender[*other] == gender) {
                    continue;
                }
                return self.resumed(reading, &before, settled, name, (f, true));
            }
        }
        let near = |f: &usize| self.seen[*f].is_some_and(|seen| name.tokens.start - seen < NEAR);
        let near: Vec<usize> = before.iter().copied().filter(near).collect();
        if let ([a, b], None) = (&before[..], gender)
            && let Some(meant) = self.of_family(reading, (*a, *b), settled, name)
        {
            return meant;
        }
        match (&near[..], settled) {
            _ if gender.is_some() => {
                let last = self.nearest(reading, if near.is_empty() { &before } else { &near });
                // `Paul Berg and his nephew, Tom Berg`
                let tied = || {
                    before
                        .iter()
                        .copied()
                        .max_by_key(|f| self.kin[*f].1)
                        .filter(|f| self.is_beside(reading, &before, *f))
                };
                let last = last.map(|last| (last, true)).or_else(|| Some((tied()?, false)));
                last.and_then(|last| self.resumed(reading, &before, settled, name, last))
            }
            ([f], None) => Some(*f),
            ([f], Some(settled)) if *f == settled => Some(settled),
            ([], settled) => settled,
            _ => None,
        }
    }

    /// Whom a bare surname means of two who share it, where one only came in as the other's kin (`In 1960 she married Jim
    /// Berg`): whom the story is of, but not right behind the kin. None where that is not told.
    fn of_family(
        &self,
        reading: Reading,
        (a, b): (usize, usize),
        settled: Option<usize>,
        name: &Name,
    ) -> Option<Option<usize>> {
        let (head, kin) = if self.kin[a].1 < self.kin[b].1 { (a, b) } else { (b, a) };
        let (how, first, times) = self.kin[kin];
        if how == Kin::No || times > 1 || self.kin[head].0 != Kin::No {
            return None;
        }
        // `Berg said she was glad`
        let at = name.tokens.end;
        let said = (at + 1..at + 3).find_map(|at| gender::pronoun(reading.word(at)));
        let of =
            |gender: Gender| self.gender[head] == Some(gender) && self.gender[kin].is_some_and(|kin| kin != gender);
        if reading.is(at, Rule::Say) && said.is_some_and(of) {
            return Some(Some(head));
        }
        // `Ann Berg is the daughter of Tom Berg`: in the next paragraph she is Berg again.
        if how == Kin::Parent && told::is_free(reading, name.tokens) {
            let away = Self::block(reading, name.tokens.start) > Self::block(reading, first);
            return Some(Some(head).filter(|_| away || settled == Some(head)));
        }
        // `President Berg` need not be she.
        if how != Kin::Married || !told::is_free(reading, name.tokens) {
            return None;
        }
        let sentence = |at: u32| reading.doc.sentences.partition_point(|s| s.tokens.end <= at);
        let next = sentence(name.tokens.start) <= sentence(first) + 1;
        Some(Some(head).filter(|_| !next || settled == Some(head)))
    }

    /// The paragraph or heading that a token stands in.
    fn block(reading: Reading, at: u32) -> u32 {
        let sentences = &reading.doc.sentences;
        sentences.get(sentences.partition_point(|s| s.tokens.end <= at)).map_or(u32::MAX, |s| s.block)
    }

    /// `Berg quits` in the headline: with whom the story begins, where the others come in later or as kin of somebody.
    fn announced(&self, reading: Reading, pool: &[usize], name: &Name) -> Option<usize> {
        let block = |f: usize| Self::block(reading, self.kin[f].1);
        let head = pool.iter().copied().min_by_key(|f| self.kin[*f].1)?;
        let headline = Self::block(reading, name.tokens.start) == Self::block(reading, 0) && block(head) > 0;
        let later = |f: usize| f == head || block(f) > block(head) || self.kin[f].0 != Kin::No;
        (headline && self.kin[head].0 == Kin::No && pool.iter().all(|f| later(*f))).then_some(head)
    }

    /// True for one who came in as kin in the same sentence as with whom the story began.
    fn is_beside(&self, reading: Reading, before: &[usize], f: usize) -> bool {
        let sentence = |at: u32| reading.doc.sentences.partition_point(|s| s.tokens.end <= at);
        let began = before.iter().map(|f| self.kin[*f].1).min().unwrap_or(0);
        self.kin[f].0 != Kin::No && sentence(began) == sentence(self.kin[f].1)
    }

    /// `Mr Berg` where one of that name came in since, once and in passing: whom Berg meant before, else with whom the story
    /// began; in the same paragraph the one named last, where that is sure.
    fn resumed(
        &self,
        reading: Reading,
        before: &[usize],
        settled: Option<usize>,
        name: &Name,
        (last, sure): (usize, bool),
    ) -> Option<usize> {
        let seen = self.seen[last].map_or(0, |end| end.saturating_sub(1));
        let passed = Self::block(reading, name.tokens.start).saturating_sub(Self::block(reading, seen));
        let called = self.called[last].is_some() && self.kin[last].0 == Kin::No;
        let one = Some(last).filter(|_| sure);
        if called || self.kin[last].2 > 1 || passed == 0 {
            return one;
        }
        let began = || before.iter().copied().min_by_key(|f| self.kin[*f].1).filter(|_| passed > 1);
        settled.or_else(began).or(one)
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
