//! Which methods judge a value, the differences between hospitals, and change?

use super::{Chapter, Method, Role, Text};

pub(super) const FUNNELS: Chapter = Chapter {
    id: "method-funnels",
    question: Text {
        ja: "この病院は、偶然で説明できる範囲から外れているか",
        en: "Is this hospital further from the target than chance explains?",
    },
    methods: &[
        Method {
            id: "funnel",
            name: Text { ja: "ばらつきの限界（漏斗図）", en: "Control limits (funnel plot)" },
            when: Text {
                ja: "同じ役割の病院、または全国の値と比べるすべての判定",
                en: "Every verdict against hospitals of the same role or the nation",
            },
            plain: Text {
                ja: "小さな病院ほど値は大きく揺れます。そこで、限界の線は小さな病院で広く、大きな病院で狭くします。病院どうしのふつうの違いの分も広げます。点が線の外にあることと、「多い・少ない」の判定は、必ず一致します。",
                en: "The smaller a hospital, the more its figure swings; so the limits are wide for small hospitals and narrow for large ones. They also allow for the usual differences between hospitals. A dot lies outside a line exactly when the words say higher or lower.",
            },
            formula: "y = asin√((x+¼)/(n+½)) or √((O+¼)/E); z = (y − y₀)/s; φ = Σz_w²/I (winsorised 10%); τ² = max(0, (Iφ − (I−1))/(Σw − Σw²/Σw)); outside: |y − y₀|/√(s² + τ²) > 1.96 or 3.09",
            source: "Spiegelhalter 2005, Stat Med 24:1185–1202; Spiegelhalter et al. 2012, J R Stat Soc A 175:1–47",
            function: "funnel::product_funnel",
            role: Role::Used,
        },
        Method {
            id: "chance-flags",
            name: Text { ja: "偶然だけで外れる病院の数", en: "Hospitals outside by chance alone" },
            when: Text {
                ja: "外れた病院の一覧に必ず添える数", en: "Printed beside every list of outliers"
            },
            plain: Text {
                ja: "1,000の病院を見れば、どこも同じでも、99.8％の線の外に2つは出ます。",
                en: "Of 1,000 hospitals that are all alike, two lie outside the 99.8% lines.",
            },
            formula: "0.05·I and 0.002·I",
            source: "Spiegelhalter 2005, Qual Saf Health Care 14:347–351",
            function: "funnel::flags_expected_by_chance",
            role: Role::Used,
        },
        Method {
            id: "other-funnels",
            name: Text {
                ja: "乗法型の過分散、SHMI方式、調整なしの正確な限界",
                en: "Multiplicative over-dispersion, SHMI mode, unadjusted exact limits",
            },
            when: Text {
                ja: "英国などの公表結果と照合するとき",
                en: "Checking against published results, as of England",
            },
            plain: Text {
                ja: "限界の広げ方が違います。大きな病院のわずかな差まで外れとする、0件の病院を扱えない、などの理由で、画面には使いません。",
                en: "They widen the limits differently. Some flag trivial differences of very large hospitals, some cannot handle hospitals without events; so pages do not use them.",
            },
            formula: "y₀ ± c·s·√φ; exp(±c√(1/E + τ²)) after trimming 10%; interval excludes the target",
            source: "Spiegelhalter 2005; NHS England, SHMI methodology; OHID PHEindicatormethods",
            function: "funnel::multiplicative_funnel, shmi_funnel, exact_position_of_proportion, exact_position_of_ratio",
            role: Role::ForComparison,
        },
    ],
};

pub(super) const DIFFERENCES: Chapter = Chapter {
    id: "method-differences",
    question: Text {
        ja: "病院どうしは、本当にどれくらい違うのか", en: "How much do hospitals truly differ?"
    },
    methods: &[
        Method {
            id: "tau",
            name: Text {
                ja: "病院間の本当のばらつき（τ²）", en: "True variance between hospitals (τ²)"
            },
            when: Text {
                ja: "信頼度、縮小、均てん化の計算（10病院以上）",
                en: "Reliability, shrinkage and variation (ten hospitals or more)",
            },
            plain: Text {
                ja: "見えているばらつきから、偶然の分を引いた残りです。",
                en: "What is left of the visible spread when the part of chance is taken away.",
            },
            formula: "Paule–Mandel: Σ(y − μ)²/(s² + τ²) = I − 1; interval by Q profile",
            source: "Paule & Mandel 1982; Viechtbauer 2007, Stat Med 26:37–52; DerSimonian & Laird 1986",
            function: "heterogeneity::tau_squared_paule_mandel, tau_squared_interval, tau_squared_dersimonian_laird, tau_squared_reml",
            role: Role::Used,
        },
        Method {
            id: "rankability",
            name: Text { ja: "順位の信頼度", en: "Rankability" },
            when: Text {
                ja: "順位の幅を出すかどうか（0.5未満なら出さない）",
                en: "Deciding whether ranges of places are shown (not below 0.5)",
            },
            plain: Text {
                ja: "病院間の違いのうち、偶然でない分の割合です。半分以上が偶然なら、順位の幅も出しません。",
                en: "The share of the differences between hospitals that is not chance. Where more than half is chance, no places are shown.",
            },
            formula: "ρ = τ²/(τ² + median s²)",
            source: "Lingsma et al. 2009, BMC Med Res Methodol 9:53; van Dishoeck et al. 2011, BMJ Qual Saf",
            function: "reliability::rankability",
            role: Role::Used,
        },
        Method {
            id: "true-spread",
            name: Text {
                ja: "偶然を除いた高い病院と低い病院の比", en: "High over low, chance removed"
            },
            when: Text {
                ja: "均てん化・地域差を一つの数で言うとき",
                en: "Telling variation between hospitals or regions in one number",
            },
            plain: Text {
                ja: "最大と最小の比は、偶然だけでいくらでも大きくなります。偶然を除き、上から1割目と下から1割目の比を出します。",
                en: "The largest over the smallest grows with chance alone. With chance removed, this compares the hospital a tenth from the top with the one a tenth from the bottom.",
            },
            formula: "((μ + 1.2816τ)/(μ − 1.2816τ))²; also EQ 5–95, CV, SCV = mean((O−E)²/E²) − mean(1/E)",
            source: "McPherson et al. 1982, N Engl J Med 307:1310–1314; Paule–Mandel τ on the square-root scale",
            function: "variation::true_spread, variation::ratio_variation, variation::between_region_share",
            role: Role::Used,
        },
        Method {
            id: "course",
            name: Text { ja: "ばらつきは縮まっているか", en: "Is variation narrowing?" },
            when: Text {
                ja: "二つ以上の時期のばらつきを比べるとき",
                en: "Comparing the variation of two or more periods",
            },
            plain: Text {
                ja: "「縮まった」「広がった」は検定で言えるときだけ使い、それ以外は「分かりません」と書きます。",
                en: "“Narrower” and “wider” are used only where a test supports them; otherwise “cannot say”.",
            },
            formula: "slope of τ² on time, variances 2/Σ(s² + τ̄²)⁻²; |z| > 1.96",
            source: "Large-sample variance of τ² (Viechtbauer 2007)",
            function: "variation::course_of_variation",
            role: Role::Used,
        },
    ],
};

pub(super) const TIME: Chapter = Chapter {
    id: "method-time",
    question: Text { ja: "何かが変わったのか", en: "Has something changed?" },
    methods: &[
        Method {
            id: "two-periods",
            name: Text { ja: "二つの時期の比較", en: "Two periods" },
            when: Text {
                ja: "年が二つだけのとき（数え方が同じ場合）", en: "Only two years, counted alike"
            },
            plain: Text {
                ja: "差が偶然で説明できるときは、「はっきりした変化はありません」と書きます。変わっていない、という意味ではありません。",
                en: "Where chance can explain the difference, we write “no clear change”. It does not mean unchanged.",
            },
            formula: "z = (y₂ − y₁)/√(s₁² + s₂²), changed if |z| > 1.96 (c(k) for lists)",
            source: "Two-sample test on the scale of the funnel",
            function: "trend::period_change",
            role: Role::Used,
        },
        Method {
            id: "slope",
            name: Text { ja: "重みつきの傾き", en: "Weighted slope" },
            when: Text { ja: "3年以上11年まで", en: "Three to eleven years" },
            plain: Text {
                ja: "患者の多い年ほど重く見て直線を引きます。直線からの外れが偶然より大きければ、その分だけ慎重になります。",
                en: "A line in which years with more patients count more. Where the years scatter more than chance, the test grows more cautious.",
            },
            formula: "w = 1/s², φ = max(1, Q/(k−2)), se = √(φ/Sxx); check: Cochran–Armitage",
            source: "Weighted least squares; Armitage 1955, Biometrics 11:375–386",
            function: "trend::weighted_slope, trend::cochran_armitage",
            role: Role::Used,
        },
        Method {
            id: "control-chart",
            name: Text { ja: "管理図（XmR）", en: "Control chart (XmR)" },
            when: Text {
                ja: "月や四半期の値が12点以上あるとき", en: "Twelve or more monthly or quarterly points"
            },
            plain: Text {
                ja: "ふだんの上下の幅を数字自身から学び、そこから外れた点、続けて上がる・下がる7点、片側に続く7点などに印をつけます。",
                en: "It learns the usual ups and downs from the series itself and marks points beyond them, seven in a row rising or falling, seven on one side, and two of three near a limit.",
            },
            formula: "mean ± 2.66·mean moving range (ranges ≥ 3.267 × mean dropped once)",
            source: "NHS England, Making Data Count; Shewhart 1931; Wheeler 2000",
            function: "trend::control_chart, trend::assurance",
            role: Role::Used,
        },
        Method {
            id: "pooling",
            name: Text { ja: "年を合わせる", en: "Pooling years" },
            when: Text {
                ja: "1年では見込み件数が足りないとき（3年まで）",
                en: "Where one year has too few expected events (up to three years)",
            },
            plain: Text {
                ja: "同じ数え方で続いた年だけを、必要な最小の年数だけ合わせ、期間を書き添えます。",
                en: "Only consecutive years counted alike are added, as few as needed, and the period is printed.",
            },
            formula: "Σx/Σn, ΣO/ΣE; gates: 5 expected events to judge, 10 to rank",
            source: "Own rule; gates as in section “control limits”",
            function: "pooling::pool_proportions, pooling::pool_ratios, pooling::pool_means",
            role: Role::Used,
        },
    ],
};
