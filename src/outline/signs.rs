//! What speaks for a heading and against it, with weights.
//!
//! A logistic model: the weights of a line's signs are added, and a line whose sum is above zero is a heading. The first
//! weight of each row is what we would say by hand; the second is what `cargo xtask eval --fit-headings` makes of it, which
//! moves away from the first only as far as its examples ask for; a sign that they hardly show keeps the first. It also
//! says how well such weights do on texts they were not fitted to. Fitted with a pull of 3 on `outline/dev/text`,
//! where a false heading cost twice what a missed one did.

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident $hand:literal $fitted:literal),* $(,)?) => {
        /// One thing seen of a line or its surroundings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "a comment above a row holds for the rows below it")]
        pub enum Sign { $($(#[$doc])* $name),* }

        /// Names, weights by hand, weights in use, in the order of [`Sign`].
        pub const SIGNS: &[(&str, f32, f32)] = &[$((stringify!($name), $hand, $fitted)),*];
    };
}

signs! {
    /// Every line.
    Always -2.5 -1.69,
    /// Number of words.
    OneWord 2.25 3.08,
    TwoWords 2.25 2.15,
    ThreeWords 2.0 2.44,
    /// 4 to 6.
    FewWords 1.5 1.37,
    /// 7 to 10.
    SomeWords 1.0 0.71,
    /// 11 to 14.
    ManyWords 0.0 0.07,
    /// Cased like a title or in capitals, not like a sentence.
    TitleCase 0.75 0.22,
    AllCaps 1.25 1.31,
    /// Ends so, not with a letter or digit.
    Stop -0.5 -0.38,
    QuestionOrCall -0.5 -0.28,
    Colon -2.0 -2.11,
    /// A name that sections of many texts have (`Background`).
    SectionName 1.5 2.32,
    Numbered 1.5 1.92,
    /// `A Fleet for Everyone: How It Works`
    Label 1.0 0.95,
    /// Cased otherwise than most headings of the text.
    UnlikeSentenceCase -1.0 -0.78,
    UnlikeTitleCase -1.0 -1.20,
    /// Cased like a title, and the running text says none of its words.
    Unsaid -1.0 -1.49,
    IsHeadline -3.0 -2.78,
    /// Addresses, formulas, rows of tables.
    Address -3.0 -3.00,
    /// More digits and signs than letters.
    FewLetters -2.0 -2.02,
    /// Begins with a quotation mark, bracket or dash.
    DoubleQuote -1.5 -1.50,
    SingleQuote -0.5 -0.50,
    /// `A boat on the sand`
    Article -1.0 -1.20,
    /// `Boats: red, blue`; three commas, or a semicolon.
    Enumeration -2.0 -2.15,
    LongWithComma -1.0 -1.17,
    /// Nothing but names.
    OneName -1.0 -1.10,
    Names2 -2.5 -2.21,
    Bracketed -0.5 -0.53,
    /// `The Lighthouse at Noon, by Ann Roe`
    Work -2.0 -2.07,
    /// A name stands behind the first word.
    NameInside -0.25 -0.43,
    /// The same in a longer line cased like a sentence.
    LongWithName -0.5 -0.84,
    /// `A stall in Harbour Street`, `Roe at the mill`
    Place -1.0 -1.46,
    /// `Roe with the new boat`: a name, then words in lower case.
    NameFirst -1.25 -1.43,
    /// `Children waving from the pier`
    Action -1.0 -1.22,
    /// `Roe in 1958`
    EndsInYear -1.0 -0.85,
    /// Begins as what names a subject does: `How`, `Why`, `Building …`.
    Topic 0.25 0.39,
    /// `Group A — the hosts lose`: three lines above text begin with the same word.
    Alike 2.0 2.0,
    /// Other lines of the text are headings that cannot be mistaken.
    OthersSure 0.25 0.29,
    /// No other line of the text is a heading: texts have several headings or none.
    Alone -0.5 -1.01,
    /// The text close by says this name in the same form.
    NameNearby -2.0 -1.94,
    /// What follows: a paragraph, a short one, a list, a short line, a heading, one short line before text or a
    /// heading.
    AboveText 1.0 1.40,
    AboveShortText 0.5 0.27,
    AboveList 0.25 0.25,
    AboveShort -1.5 -1.74,
    AboveHeading 0.0 0.28,
    /// Cased like a title, of several words, right above a heading or a name that a picture shows: a caption.
    TitleWithoutText -1.0 -1.46,
    AboveCaption -0.5 -0.26,
    /// Nothing stands above, and there is no headline.
    FirstOfAll -0.5 0.23,
    BelowText 0.5 0.54,
    BelowComma -2.0 -2.00,
    /// Among short lines below a colon: a list without marks.
    InList -2.0 -2.22,
    /// Below a line of up to three words, which may be a heading itself.
    BelowShort 0.0 -0.09,
    BelowShortTitle -0.5 -0.74,
    /// Right below the name of a section: a caption, unless such a name itself.
    BelowNamed -0.5 -0.80,
    LongBelowShort -0.75 -1.21,
    LongTitleBelowShort -0.5 -0.59,
    /// Below another short line.
    BelowLine -0.5 -0.37,
    /// Below the time of a live page's entry.
    BelowClock 0.5 0.50,
    /// Above the first paragraph, without the form of headings that stand there.
    BeforeStory -1.5 -1.16,
    /// Three short lines or more stand right above: the end of a table.
    EndsRun -1.5 -1.33,
    /// Two short lines or more follow.
    InRun -1.0 -0.97,
}

/// A set of [`Sign`]s, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs(pub u64);

impl Default for Signs {
    fn default() -> Self {
        let mut signs = Signs(0);
        signs.set(Sign::Always);
        signs
    }
}

impl Signs {
    pub(super) fn set(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u64;
    }

    pub(super) fn put(&mut self, sign: Sign, holds: bool) {
        self.0 |= u64::from(holds) << sign as u64;
    }

    /// The weights of the signs added, above zero.
    pub(super) fn are_heading(self) -> bool {
        let mut left = self.0;
        let mut sum = 0.0;
        while left != 0 {
            sum += SIGNS[left.trailing_zeros() as usize].2;
            left &= left - 1;
        }
        sum >= 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_every_sign() {
        assert!(SIGNS.len() <= 64);
        assert_eq!(Sign::InRun as usize, SIGNS.len() - 1);
    }
}
