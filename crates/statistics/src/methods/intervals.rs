//! Which methods make the probable range around a value?

use super::{Chapter, Method, Role, Text};

pub(super) const CHAPTER: Chapter = Chapter {
    id: "method-intervals",
    question: Text {
        ja: "本当の値は、どの幅の中にありそうか",
        en: "Between which values does the true figure probably lie?",
    },
    methods: &[
        Method {
            id: "wilson",
            name: Text { ja: "ウィルソンの区間", en: "Wilson interval" },
            when: Text {
                ja: "割合（n人のうちx人）の考えられる幅",
                en: "The probable range of a share (x of n people)",
            },
            plain: Text {
                ja: "患者が少ないほど幅が広くなります。0人や全員のときも正しく働き、0％未満や100％超にはなりません。",
                en: "The fewer the patients, the wider the range. It works for nobody and for everybody, and never leaves 0 to 100%.",
            },
            formula: "(2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)), z = 1.96",
            source: "Wilson 1927, J Am Stat Assoc 22:209–212; OHID PHEindicatormethods",
            function: "interval::wilson_interval",
            role: Role::Used,
        },
        Method {
            id: "exact-poisson",
            name: Text { ja: "正確なポアソン区間", en: "Exact Poisson interval" },
            when: Text {
                ja: "観察数と見込み数の比（O/E）や、件数の率の考えられる幅",
                en: "The probable range of observed over expected (O/E), or of a rate of events",
            },
            plain: Text {
                ja: "まれな出来事の数は、何も変わらなくても年ごとに上下します。その上下だけで説明できる範囲を、近似なしで計算します。",
                en: "Counts of rare events go up and down even when nothing changes. This is the span that such movement alone explains, without approximation.",
            },
            formula: "Γ⁻¹(0.025; O)/E to Γ⁻¹(0.975; O + 1)/E",
            source: "Garwood 1936, Biometrika 28:437–442",
            function: "interval::exact_poisson_interval",
            role: Role::Used,
        },
        Method {
            id: "student",
            name: Text { ja: "t区間", en: "t interval" },
            when: Text {
                ja: "平均（標準偏差と人数が分かるとき）。標準誤差だけのときは正規区間",
                en: "A mean whose standard deviation and number of patients are known; the normal interval where only a standard error is",
            },
            plain: Text {
                ja: "平均の確かさは、値のばらつきと人数で決まります。人数が少ないときは、ばらつき自体も不確かなので、その分だけ幅を広げます。",
                en: "How sure a mean is depends on the spread and the number of patients. With few patients the spread itself is unsure, and the range grows to allow for it.",
            },
            formula: "mean ± t(0.975; n − 1)·sd/√n",
            source: "Student 1908, Biometrika 6:1–25",
            function: "interval::t_interval, interval::normal_interval",
            role: Role::Used,
        },
        Method {
            id: "newcombe",
            name: Text { ja: "二つの割合の差の区間", en: "Interval of a difference of two shares" },
            when: Text {
                ja: "二つの病院の割合を比べるとき", en: "Comparing the shares of two hospitals"
            },
            plain: Text {
                ja: "二つの割合それぞれのウィルソン区間から、差の幅を組み立てます。",
                en: "The range of the difference is put together from the Wilson intervals of the two shares.",
            },
            formula: "d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²)",
            source: "Newcombe 1998, Stat Med 17:873–890",
            function: "interval::newcombe_interval",
            role: Role::Used,
        },
        Method {
            id: "ratio-of-ratios",
            name: Text { ja: "二つのO/Eの比の区間", en: "Interval of the ratio of two O/E" },
            when: Text { ja: "二つの病院のO/Eを比べるとき", en: "Comparing the O/E of two hospitals" },
            plain: Text {
                ja: "二つの病院の件数を合わせたとき、そのうち何割が一方のものかを見て、比の幅を正確に計算します。",
                en: "Of all events in the two hospitals together, what share belongs to the first? From that share the range of the ratio follows exactly.",
            },
            formula: "O₁ ~ Bin(O₁ + O₂, π); ratio = π/(1−π)·E₂/E₁, π by Clopper–Pearson",
            source: "Breslow & Day 1987, Statistical Methods in Cancer Research II, section 3.4",
            function: "interval::ratio_of_ratios_interval",
            role: Role::Used,
        },
        Method {
            id: "dobson",
            name: Text { ja: "ドブソンの区間", en: "Dobson interval" },
            when: Text {
                ja: "直接法で年齢調整した率。件数が10未満なら出しません",
                en: "A directly standardised rate; not given below ten events",
            },
            plain: Text {
                ja: "年齢の層ごとに重みが違うことを考えて、件数の幅を率の幅に直します。",
                en: "Turns the range of the count into a range of the rate, allowing for the different weights of the age groups.",
            },
            formula: "d + √(var/O)·(Byar limit − O), d = Σwc/p / Σw",
            source: "Dobson et al. 1991, Stat Med 10:457–462",
            function: "interval::dobson_interval",
            role: Role::Used,
        },
        Method {
            id: "other-intervals",
            name: Text {
                ja: "クロッパー・ピアソン、バイアー、PHE混合、mid-P、ファンデンブルック",
                en: "Clopper–Pearson, Byar, PHE hybrid, mid-P, Vandenbroucke",
            },
            when: Text {
                ja: "ほかの機関の表と照合するとき", en: "Checking against the tables of other institutions"
            },
            plain: Text {
                ja: "同じ問いに、やや慎重に、または手早く答える方法です。公表された値を再現するために持っています。",
                en: "They answer the same question more cautiously or more quickly. We keep them to reproduce published figures.",
            },
            formula: "Byar: O(1 − 1/(9O) ∓ z/(3√O))³/E; hybrid: exact below O = 10; Vandenbroucke: (√O ∓ z/2)²/E",
            source: "Clopper & Pearson 1934; Breslow & Day 1987; OHID PHEindicatormethods; Rothman & Boice 1979; Vandenbroucke 1982",
            function: "interval::clopper_pearson_interval, byar_interval, phe_interval, mid_p_interval, vandenbroucke_interval",
            role: Role::ForComparison,
        },
    ],
};
