//! Does a hospital work in one field of medicine, so that its patients are of another kind?
//!
//! A role says how much a hospital takes on; a specialty says for whom. Two hospitals of one role and of different specialties
//! have different patients, and a figure of all diseases together says nothing about which of them works better.

use crate::codes::CodeError;
use crate::peers::PeerGroup;
use crate::{Bilingual, codes};

codes! {
    /// The fields; a hospital without one is a general hospital.
    Specialty, "specialty", "専門の分野" {
        /// Cancer.
        Cancer = "cancer",
        /// Heart and blood vessels.
        Heart = "heart",
        /// Heart and lungs.
        Chest = "chest",
        /// Heart and brain.
        HeartAndBrain = "heart_brain",
        /// Lungs and airways.
        Lungs = "lungs",
        /// Brain and nerves.
        Brain = "brain",
        /// Bones, joints and injuries.
        Bones = "bones",
        /// Stomach, bowel, liver.
        Digestive = "digestive",
        /// Kidneys and urinary tract.
        Urinary = "urinary",
        /// Thyroid, hormones, diabetes.
        Hormones = "hormones",
        /// Breast.
        Breast = "breast",
        /// Ear, nose and throat.
        Throat = "throat",
        /// Children.
        Children = "children",
        /// Pregnancy, birth and the newborn.
        Births = "births",
        /// Eyes.
        Eyes = "eyes",
        /// Teeth and mouth.
        Teeth = "teeth",
        /// Mental illness, where the role does not say it: on an island.
        Mind = "mind",
        /// Long-term care and recovery, where the role does not say it: on an island.
        LongTerm = "long_term",
    }
}

impl Specialty {
    /// The field in a word that 病院 or 診療所, hospital or clinic follows.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Cancer => Bilingual::new("がんの専門", "cancer"),
            Self::Heart => Bilingual::new("心臓・血管の専門", "heart"),
            Self::Chest => Bilingual::new("心臓・肺の専門", "heart and lung"),
            Self::HeartAndBrain => Bilingual::new("心臓・脳の専門", "heart and brain"),
            Self::Lungs => Bilingual::new("肺・気管の専門", "lung"),
            Self::Brain => Bilingual::new("脳・神経の専門", "brain and nerve"),
            Self::Bones => Bilingual::new("骨・関節の専門", "bone and joint"),
            Self::Digestive => Bilingual::new("胃腸・肝臓の専門", "stomach and bowel"),
            Self::Urinary => Bilingual::new("腎臓・泌尿器の専門", "kidney and urology"),
            Self::Hormones => Bilingual::new("甲状腺・糖尿病の専門", "thyroid and diabetes"),
            Self::Breast => Bilingual::new("乳房の専門", "breast"),
            Self::Throat => Bilingual::new("耳・鼻・のどの専門", "ear, nose and throat"),
            Self::Children => Bilingual::new("こどもの専門", "children’s"),
            Self::Births => Bilingual::new("お産と女性の専門", "women’s and maternity"),
            Self::Eyes => Bilingual::new("眼の専門", "eye"),
            Self::Teeth => Bilingual::new("歯と口の専門", "dental"),
            Self::Mind => Bilingual::new("こころの病気の専門", "psychiatric"),
            Self::LongTerm => Bilingual::new("療養・回復が中心の", "long-term and recovery"),
        }
    }

    /// Whom it treats, for a sentence.
    pub const fn patients(self) -> Bilingual {
        match self {
            Self::Cancer => Bilingual::new("がん", "cancer"),
            Self::Heart => Bilingual::new("心臓や血管の病気", "diseases of the heart and blood vessels"),
            Self::Chest => Bilingual::new("心臓や肺の病気", "diseases of the heart and lungs"),
            Self::HeartAndBrain => Bilingual::new("心臓や脳の病気", "diseases of the heart and brain"),
            Self::Lungs => Bilingual::new("肺や気管の病気", "diseases of the lungs"),
            Self::Brain => Bilingual::new("脳や神経の病気", "diseases of the brain and nerves"),
            Self::Bones => Bilingual::new("骨や関節の病気とけが", "diseases of bones and joints, and injuries"),
            Self::Digestive => Bilingual::new("胃腸や肝臓の病気", "diseases of the stomach, bowel and liver"),
            Self::Urinary => Bilingual::new("腎臓や泌尿器の病気", "diseases of the kidneys and urinary tract"),
            Self::Hormones => {
                Bilingual::new("甲状腺やホルモンの病気、糖尿病", "diseases of the thyroid and hormones, and diabetes")
            }
            Self::Breast => Bilingual::new("乳房の病気", "diseases of the breast"),
            Self::Throat => Bilingual::new("耳・鼻・のどの病気", "diseases of the ear, nose and throat"),
            Self::Children => Bilingual::new("こどもの病気", "illnesses of children"),
            Self::Births => Bilingual::new("お産と女性の病気", "births and women’s health"),
            Self::Eyes => Bilingual::new("眼の病気", "diseases of the eyes"),
            Self::Teeth => Bilingual::new("歯と口の病気", "diseases of the teeth and mouth"),
            Self::Mind => Bilingual::new("こころの病気", "mental illness"),
            Self::LongTerm => Bilingual::new("回復や長い療養", "recovery and long-term care"),
        }
    }
}

/// Whether hospitals of one field are meant, or those of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Practice {
    /// General hospitals, which work in no field alone.
    General,
    /// Hospitals of this field.
    Of(Specialty),
}

impl Practice {
    /// What a hospital of this role and field is. Two roles are told as fields on islands only; elsewhere they are roles of
    /// their own, and no general hospitals.
    pub fn of(role: PeerGroup, specialty: Option<Specialty>) -> Self {
        let of_role = match role {
            PeerGroup::Psychiatric => Some(Specialty::Mind),
            PeerGroup::ChronicMix => Some(Specialty::LongTerm),
            _ => None,
        };
        specialty.or(of_role).map_or(Self::General, Self::Of)
    }

    /// Every practice, the general one first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::General).chain(Specialty::ALL.iter().copied().map(Self::Of))
    }

    /// The code as it stands in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::General => GENERAL,
            Self::Of(specialty) => specialty.as_str(),
        }
    }

    /// Reads the code of a field, or `general`.
    ///
    /// # Errors
    /// [`CodeError`], which names the allowed codes.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        if text == GENERAL {
            return Ok(Self::General);
        }
        let with_general = |e: CodeError| CodeError { allowed: format!("{GENERAL}, {}", e.allowed), ..e };
        Specialty::parse(text).map(Self::Of).map_err(with_general)
    }
}

impl std::fmt::Display for Practice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is known about the field of a hospital.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct FieldFacts<'a> {
    /// Official name.
    pub name: &'a str,
    /// What a package itself says: `care_mix`.
    pub given: Option<&'a str>,
    /// The type of hospital as its source prints it.
    pub printed: Option<&'a str>,
    /// Discharges of the newest year that is printed by group of illness.
    pub discharges: Option<&'a Discharges>,
}

/// Discharges of one year by group of illness.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Discharges {
    /// What the year is called.
    pub year: Bilingual<String>,
    /// All of them.
    pub all: f64,
    /// By group of illness, as `02`; a masked part is missing and counts for nothing.
    pub by_group: Vec<(String, f64)>,
}

/// The rules of a country, from `content/specialties.toml`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rules {
    /// Official names, the first rule that fits wins.
    pub names: Vec<NameRule>,
    /// Types of hospital as the source prints them.
    pub printed: Vec<(String, Specialty)>,
    /// Groups of illness of each field.
    pub groups: Vec<(Specialty, Vec<String>)>,
    /// Share of the discharges from which one field is what a hospital does.
    pub share: f64,
    /// Discharges below which no share is looked at.
    pub least: f64,
}

/// What in an official name says the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRule {
    /// The field.
    pub specialty: Specialty,
    /// One of these stands in the name.
    pub any: Vec<String>,
    /// And none of these.
    pub without: Vec<String>,
}

/// A field and the reason for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The field.
    pub specialty: Specialty,
    /// Why, in one sentence without its end.
    pub reason: Bilingual<String>,
}

/// What a hospital without a field is called in addresses, and in a package where its name sounds as if it had one.
const GENERAL: &str = "general";

/// Finds the field of a hospital: what a package says wins, then the printed type, the official name, and the patients.
pub fn field(facts: &FieldFacts<'_>, rules: &Rules) -> Option<Field> {
    if facts.given == Some(GENERAL) {
        return None;
    }
    let given = facts.given.and_then(|code| Specialty::parse(code).ok());
    given
        .map(|specialty| {
            said(specialty, ("データを出した側がこの専門を示しています", "The data package itself names this field"))
        })
        .or_else(|| by_type(facts.printed?, rules))
        .or_else(|| by_name(facts.name, rules))
        .or_else(|| by_patients(facts.discharges?, rules))
}

fn said(specialty: Specialty, (ja, en): (&str, &str)) -> Field {
    Field { specialty, reason: Bilingual::new(ja.to_string(), en.to_string()) }
}

fn by_type(printed: &str, rules: &Rules) -> Option<Field> {
    let (kind, specialty) = rules.printed.iter().find(|(kind, _)| kind == printed)?;
    let (ja, en) = (format!("公表元が「{kind}」に分けています"), format!("Its source lists it as “{kind}”"));
    Some(said(*specialty, (&ja, &en)))
}

fn by_name(name: &str, rules: &Rules) -> Option<Field> {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let holds = |words: &[String]| words.iter().any(|word| name.contains(word.as_str()));
    let rule = rules.names.iter().find(|rule| holds(&rule.any) && !holds(&rule.without))?;
    Some(said(rule.specialty, ("正式な名前が、この専門を示しています", "Its official name says so")))
}

fn by_patients(discharges: &Discharges, rules: &Rules) -> Option<Field> {
    // a part that is masked can make the parts smaller than the whole, never larger
    let parts: f64 = discharges.by_group.iter().map(|(_, count)| count).sum();
    let all = discharges.all.max(parts);
    if all < rules.least {
        return None;
    }
    let share = |groups: &[String]| {
        let own = discharges.by_group.iter().filter(|(group, _)| groups.contains(group)).map(|(_, count)| count);
        own.sum::<f64>() / all
    };
    let (specialty, share) = rules
        .groups
        .iter()
        .map(|(specialty, groups)| (*specialty, share(groups)))
        .find(|(_, share)| *share >= rules.share)?;
    let (percent, patients) = ((share * 100.0).floor(), specialty.patients());
    let (ja, en) = (
        format!("{}に退院した人の{percent}％が、{}の人でした", discharges.year.ja, patients.ja),
        format!("In {}, {percent}% of the people who left it had been treated for {}", discharges.year.en, patients.en),
    );
    Some(said(specialty, (&ja, &en)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        Rules {
            names: vec![NameRule {
                specialty: Specialty::Eyes,
                any: words(&["眼科", "EYEHOSPITAL"]),
                without: words(&["内科"]),
            }],
            printed: vec![("Childrens".to_string(), Specialty::Children)],
            groups: vec![(Specialty::Bones, words(&["07", "16"])), (Specialty::Heart, words(&["05"]))],
            share: 0.8,
            least: 500.0,
        }
    }

    fn check(facts: FieldFacts<'_>, expected: Option<Specialty>) {
        assert_eq!(field(&facts, &rules()).map(|found| found.specialty), expected);
    }

    #[test]
    fn an_official_name_says_the_field_but_not_one_with_a_second_department() {
        check(FieldFacts { name: "空色　眼科病院", ..Default::default() }, Some(Specialty::Eyes));
        check(FieldFacts { name: "空色眼科内科病院", ..Default::default() }, None);
        check(FieldFacts { name: "Sky Eye Hospital", ..Default::default() }, Some(Specialty::Eyes));
        check(FieldFacts { name: "空色総合病院", ..Default::default() }, None);
    }

    #[test]
    fn a_package_wins_over_the_name_in_both_directions() {
        check(FieldFacts { name: "空色眼科病院", given: Some("general"), ..Default::default() }, None);
        check(FieldFacts { name: "空色病院", given: Some("cancer"), ..Default::default() }, Some(Specialty::Cancer));
        // a flag of another meaning names no field
        check(FieldFacts { name: "空色病院", given: Some("1"), ..Default::default() }, None);
    }

    #[test]
    fn four_fifths_of_many_discharges_are_a_field_and_masked_parts_count_for_nothing() {
        let year = |all: f64, heart: f64| Discharges {
            year: Bilingual::new("2018年度".to_string(), "fiscal 2018".to_string()),
            all,
            by_group: vec![("05".to_string(), heart), ("07".to_string(), 20.0)],
        };
        let of = |discharges: &Discharges, expected| {
            check(FieldFacts { discharges: Some(discharges), ..Default::default() }, expected);
        };
        of(&year(1000.0, 800.0), Some(Specialty::Heart));
        of(&year(1000.0, 799.0), None);
        of(&year(499.0, 470.0), None);
        let found = field(&FieldFacts { discharges: Some(&year(1000.0, 800.0)), ..Default::default() }, &rules());
        assert_eq!(found.unwrap().reason.ja, "2018年度に退院した人の80％が、心臓や血管の病気の人でした");
    }
}
