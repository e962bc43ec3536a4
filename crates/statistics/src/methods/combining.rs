//! Which methods make a best guess, and which put several measures together?

use super::{Chapter, Method, Role, Text};

pub(super) const GUESSES: Chapter = Chapter {
    id: "method-guesses",
    question: Text {
        ja: "一つの数で言うなら、いちばん確からしい値は",
        en: "If it must be one number, what is the best guess?",
    },
    methods: &[
        Method {
            id: "shrinkage",
            name: Text { ja: "縮小推定", en: "Shrinkage" },
            when: Text {
                ja: "病院ページの「一つの値で言うなら」（20病院以上）。点は元の値のまま",
                en: "“Best single guess” on a hospital's page (twenty hospitals or more); the dot stays the raw figure",
            },
            plain: Text {
                ja: "患者の少ない病院の値は、全体の平均に近づけて読むほうが当たります。元から縮小して公表されている値は、二度と縮小しません。",
                en: "The figure of a hospital with few patients is nearer the truth when drawn towards the mean. Figures published already shrunken are never shrunk again.",
            },
            formula: "share: Beta(Mp̄ + x, M(1−p̄) + n − x); O/E: Gamma(a + O, b + E); mean: μ + τ²/(τ² + s²)·(y − μ)",
            source: "Casella 1985; Clayton & Kaldor 1987, Biometrics 43:671–681; Morris 1983, J Am Stat Assoc 78:47–55",
            function: "shrinkage::shrink_proportions, shrink_ratios, shrink_readings",
            role: Role::Used,
        },
        Method {
            id: "reliability",
            name: Text { ja: "信頼度と必要な患者数", en: "Reliability and patients needed" },
            when: Text {
                ja: "値の横に、どれだけ信号かを言うとき", en: "Telling how much of a figure is signal"
            },
            plain: Text {
                ja: "0ならすべて偶然、1ならすべて本当の違いです。0.7あれば病院どうしの比較に使えるとされます。",
                en: "0 is all chance, 1 all true difference. By convention 0.7 is enough to compare hospitals.",
            },
            formula: "R = τ²/(τ² + s²); n = ⌈R/(1−R)·σ²/τ²⌉",
            source: "Adams 2009, RAND TR-653",
            function: "reliability::reliability, reliability::patients_needed",
            role: Role::Used,
        },
    ],
};

pub(super) const COMPOSITES: Chapter = Chapter {
    id: "method-composites",
    question: Text {
        ja: "いくつもの指標を合わせると、どう見えるか",
        en: "What comes out when several measures are put together?",
    },
    methods: &[
        Method {
            id: "own-criteria",
            name: Text { ja: "自分の重みで見る", en: "A reader's own criteria" },
            when: Text { ja: "「大切なことで選ぶ」のページ", en: "The page of own criteria" },
            plain: Text {
                ja: "重みは一つの数ではなく、幅として受け取ります。その幅の中の2,000通りの重みと、値の偶然のゆれを組み合わせて、何度も並べます。そのうえで「100回のうち何回上位3つに入ったか」と、考えられる順位を示します。順位が重なる病院は一つの組とし、「区別できません」と書きます。データのない重みが4割を超える病院は、並べずに別に載せます。",
                en: "Weights are taken as ranges, not as single numbers. 2,000 sets of weights from these ranges, each with the play of chance in the figures, give many orders; from them come “among the first three in so many of 100” and the plausible places. Hospitals whose places overlap form one group that cannot be told apart. Where more than 40% of the weight has no data, a hospital is listed apart.",
            },
            formula: "score = Σwz/Σw + noise·√(Σw²s²)/Σw over covered criteria; Sobol weights; plausible places: 5th to 95th percentile of 2,000",
            source: "After Lahdelma, Hokkanen & Salminen 1998, Eur J Oper Res 106:137–143; Joe & Kuo 2008; Steele et al. 2014 (SplitMix64)",
            function: "composite::plausible_places, composite::sensitivity",
            role: Role::Used,
        },
        Method {
            id: "imputed-composite",
            name: Text { ja: "欠測を考えた総合点", en: "Composite with missing codes" },
            when: Text { ja: "参照用", en: "Reference" },
            plain: Text {
                ja: "このサイトでは使いません。ほかの国の総合点を確かめるための方法です。報告しないことで得をしないように、未報告を低めの値として数えます。伏せられた値が良かった場合と悪かった場合の幅も出します。",
                en: "Not used on this site; kept to check composites published elsewhere. So that silence never pays, what was not reported counts as a poor value. Bounds show what withheld values could change.",
            },
            formula: "C = ΣWg/ΣW; nr: min(10th percentile, own group mean, own C); Var(g) = (1−ρ)Σ(s/k)² + ρ(Σs/k)²",
            source: "Own rule",
            function: "composite::imputed_composite",
            role: Role::ForComparison,
        },
        Method {
            id: "cms-stars",
            name: Text { ja: "米国CMSの星", en: "CMS star rating" },
            when: Text {
                ja: "米国の公表結果と照合するとき",
                en: "Checking against the results published in the United States",
            },
            plain: Text {
                ja: "米国政府の病院の星を、公開された手順どおりに再現します。星の境目の近くでは、一つ違いにあまり意味はありません。",
                en: "The stars of the US government, step by step as published. Near a boundary, one star more or less means little.",
            },
            formula: "z, group means standardised again, weights 0.22 (×4) and 0.12, five clusters by k-means within each peer group",
            source: "CMS, Overall Hospital Quality Star Rating, SAS packs 2021–2025 and R pack 2026",
            function: "composite::cms_stars",
            role: Role::ForComparison,
        },
    ],
};
