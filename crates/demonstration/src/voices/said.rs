//! What do the fictional hospitals say, word for word?

use super::{From, Voice};
use crate::measures::{Text, text};
use crate::roles::Role;

/// Every comment: what explains a value, then what was done to change one.
pub(super) const VOICES: [&[Voice]; 2] = [EXPLANATIONS, PRACTICES];

const fn explanation(from: From, measure: &'static str, year: i32, date: &'static str, words: Text) -> Voice {
    Voice { from, measure, year, kind: "explanation", date, words }
}

const fn practice(from: From, measure: &'static str, year: i32, date: &'static str, words: Text) -> Voice {
    Voice { from, measure, year, kind: "practice", date, words }
}

const EXPLANATIONS: &[Voice] = &[
    explanation(
        From::LoneIsland,
        "demo-ambulances",
        2024,
        "2025-08-18",
        text(
            "島の病院は当院だけです。救急車はすべて受けています。心臓や脳の手術が必要な方は、ヘリコプターで本土の病院へ送ります。",
            "We are the only hospital on the island and take every ambulance. Patients who need surgery on the heart or brain are flown to the mainland.",
        ),
    ),
    explanation(
        From::LoneIsland,
        "demo-pneumonia-deaths",
        2023,
        "2024-09-02",
        text(
            "患者の平均年齢は86歳です。延命治療を望まない方も多く、ご家族と話し合って決めています。",
            "Our patients are 86 years old on average. Many do not wish for life-prolonging treatment; we decide together with their families.",
        ),
    ),
    explanation(
        From::LoneIsland,
        "demo-deliveries",
        2024,
        "2025-08-18",
        text(
            "お産は産科医が島にいる日だけ行っています。予定日の近い方は、天候に備えて早めに本土へ渡っていただくことがあります。",
            "Births take place here only while an obstetrician is on the island. Mothers close to term may be asked to cross to the mainland early because of the weather.",
        ),
    ),
    explanation(
        From::LoneIsland,
        "demo-outpatient-wait",
        2024,
        "2025-08-18",
        text(
            "船の時刻に合わせて予約を組んでいるため、待つ時間は短めです。欠航の日は一日に患者が集中します。",
            "Appointments follow the ferry timetable, so waits are short. After cancelled crossings everyone comes on the same day.",
        ),
    ),
    explanation(
        From::Of(Role::Palliative, 0),
        "demo-deaths-in-hospital",
        2024,
        "2025-08-04",
        text(
            "当院は、最期の時を過ごすための病院です。亡くなる方が多いのは、その役割によるものです。",
            "People come to us to spend their last weeks. The share of deaths follows from what we are here for.",
        ),
    ),
    explanation(
        From::Of(Role::Palliative, 0),
        "demo-deaths-in-hospital",
        2023,
        "2024-08-06",
        text(
            "緩和ケアの病院です。この数字をほかの病院と比べることはできません。ご家族の感想は、患者の経験の欄をご覧ください。",
            "We are a palliative-care hospital. This figure cannot be compared with others. For what families say, see the section on experience.",
        ),
    ),
    explanation(
        From::Of(Role::Palliative, 1),
        "demo-pressure-ulcers",
        2024,
        "2025-08-20",
        text(
            "体の向きを変えること自体がつらい方には、ご本人の希望を優先しています。",
            "When turning itself hurts, we put the patient's wish first.",
        ),
    ),
    explanation(
        From::Of(Role::University, 2),
        "demo-cancer-surgery-complications",
        2023,
        "2024-09-01",
        text(
            "ほかの病院で手術が難しいとされた方を、県の内外から受け入れています。手術の前にチームで全員の危険を話し合っています。",
            "We accept patients from near and far whose operation was judged too difficult elsewhere. Our team discusses every patient's risk beforehand.",
        ),
    ),
    explanation(
        From::Of(Role::University, 6),
        "demo-outpatient-wait",
        2024,
        "2025-07-25",
        text(
            "紹介された方の初診に時間をかけているため、待ち時間が長くなっています。来年から予約の枠を15分から20分に広げます。",
            "First visits of referred patients take time, and others wait. From next year slots will be 20 instead of 15 minutes long.",
        ),
    ),
    explanation(
        From::Of(Role::Psychiatric, 3),
        "demo-physical-restraint",
        2024,
        "2025-06-27",
        text(
            "急に具合の悪くなった方を夜間も受け入れています。行った日はすべて記録し、毎朝、続ける必要があるかを確かめています。",
            "We admit people in crisis at night. Every day of restraint is recorded, and each morning we ask whether it is still needed.",
        ),
    ),
    explanation(
        From::Of(Role::Chronic, 4),
        "demo-falls",
        2024,
        "2025-08-11",
        text(
            "歩く練習を毎日行っているため、転倒はなくなりません。けがを減らすことを目標にしています。",
            "Our patients practise walking every day, so some will fall. Our aim is that nobody is hurt.",
        ),
    ),
    explanation(
        From::Of(Role::Acute, 60),
        "demo-readmission",
        2024,
        "2025-08-29",
        text(
            "心不全の方には、少し悪くなった時点で早めに入院していただく方針です。そのため再入院は多くなります。",
            "We ask people with heart failure to come back early, before things get bad. That raises the figure.",
        ),
    ),
    explanation(
        From::Of(Role::Rural, 10),
        "demo-hip-fracture-stay",
        2024,
        "2025-08-30",
        text(
            "近くにリハビリの病院がないため、家に帰れるまで当院で過ごしていただいています。",
            "There is no rehabilitation hospital nearby, so patients stay with us until they can go home.",
        ),
    ),
    explanation(
        From::Of(Role::BirthClinic, 8),
        "demo-childbirth-complications",
        2024,
        "2025-07-14",
        text(
            "出血が多いときは、20分の距離にある総合病院へ送ります。送った方も当院の件数に入っています。",
            "When bleeding is heavy we transfer mothers to a general hospital 20 minutes away. They still count among our cases.",
        ),
    ),
    explanation(
        From::Flooded(0),
        "demo-pneumonia-deaths",
        2023,
        "2024-09-10",
        text(
            "2023年7月の豪雨で1階が水につかり、4か月のあいだ入院を止めました。この年の値はほかの年と比べないでください。",
            "In July 2023 our ground floor was flooded and we admitted nobody for four months. Please do not compare this year with others.",
        ),
    ),
    explanation(
        From::Flooded(0),
        "demo-general-anaesthesia",
        2023,
        "2024-09-10",
        text(
            "手術室が使えない間は、隣の地域の病院で当院の医師が手術を続けました。その件数は含まれていません。",
            "While our theatres could not be used, our surgeons operated in a neighbouring area. Those operations are not counted here.",
        ),
    ),
    explanation(
        From::Outbreak,
        "demo-pneumonia-deaths",
        2022,
        "2023-11-20",
        text(
            "病院の中で感染症が広がり、2か月のあいだ新しい入院を止めました。経過は報告書にまとめ、公開しています。",
            "An infection spread in our wards and we stopped admissions for two months. We have published a report on what happened.",
        ),
    ),
    explanation(
        From::MergedInto,
        "demo-general-anaesthesia",
        2024,
        "2025-08-08",
        text(
            "2024年4月に、近くの病院と一つになりました。この年から、二つの病院を合わせた値です。",
            "In April 2024 we became one with a hospital nearby. From this year the figures are those of both.",
        ),
    ),
    explanation(
        From::Renamed,
        "demo-services-offered",
        2024,
        "2025-08-12",
        text(
            "2024年10月に病院の名前を変えました。場所と診療の内容は同じです。",
            "We changed our name in October 2024. The place and what we do are the same.",
        ),
    ),
    explanation(
        From::Metropolis(30),
        "demo-ambulance-acceptance",
        2024,
        "2025-09-05",
        text(
            "夜間の当直を二人に増やしましたが、満床の日はお断りすることがあります。断った理由を毎週見直しています。",
            "We now have two doctors on duty at night, but still decline when every bed is taken. Each week we go through the reasons.",
        ),
    ),
    explanation(
        From::Metropolis(12),
        "demo-experience-overall",
        2023,
        "2024-09-09",
        text(
            "建物が古く、4人部屋が多いことへのご意見をいただいています。2027年に新しい建物へ移る予定です。",
            "Many comments are about our old building and four-bed rooms. We plan to move in 2027.",
        ),
    ),
    explanation(
        From::Countryside(5),
        "demo-shared-records",
        2024,
        "2025-08-21",
        text(
            "相手の診療所に受け取る仕組みがないことが多く、紙でお渡ししています。県と一緒に整えているところです。",
            "Many of the clinics we work with cannot receive records yet, so we give patients paper. We are working on it with the prefecture.",
        ),
    ),
];

const PRACTICES: &[Voice] = &[
    practice(
        From::Improver(5),
        "demo-falls",
        2024,
        "2025-08-01",
        text(
            "夜中のトイレでの転倒が多いとわかり、眠る前に全員をトイレへ案内することにしました。眠り薬も薬剤師と見直しました。3年で3割ほど減りました。",
            "Most falls happened on the way to the toilet at night. We now accompany everyone before bedtime and have reviewed sleeping pills with our pharmacists. Falls went down by about a third in three years.",
        ),
    ),
    practice(
        From::Improver(3),
        "demo-vte-prevention",
        2024,
        "2025-08-03",
        text(
            "入院の指示を出す画面に、血のかたまりの危険を確かめる欄を作りました。埋めないと先に進めません。",
            "The admission screen now has a box for the risk of clots. Nobody can go on without filling it in.",
        ),
    ),
    practice(
        From::Improver(8),
        "demo-two-blood-cultures",
        2024,
        "2025-08-06",
        text(
            "2セット分の道具を一つの袋にまとめました。検査室からは毎月、病棟ごとの割合を知らせています。",
            "Everything for two sets now comes in one bag, and each month the laboratory tells every ward its share.",
        ),
    ),
    practice(
        From::Improver(6),
        "demo-culture-before-antibiotics",
        2024,
        "2025-08-06",
        text(
            "薬剤師が、薬を出す前に培養検査の有無を電話で確かめています。",
            "Before handing out the medicine our pharmacists telephone to ask whether cultures were taken.",
        ),
    ),
    practice(
        From::Improver(2),
        "demo-pressure-ulcers",
        2024,
        "2025-08-19",
        text(
            "入院した日に全員のマットレスを選び直し、管理栄養士が3日以内に訪ねます。写真で毎週の変化を見ています。",
            "On the first day everyone gets a mattress chosen for them, and a dietitian visits within three days. Weekly photographs show the course.",
        ),
    ),
    practice(
        From::Improver(9),
        "demo-physical-restraint",
        2023,
        "2024-07-30",
        text(
            "「しばらない日」を週に一度つくり、その日の工夫をほかの日に広げました。ご家族にも面会の時間を延ばして協力いただきました。",
            "We began with one day a week without restraint and carried what worked to the other days. Families helped by staying longer.",
        ),
    ),
    practice(
        From::Improver(12),
        "demo-physical-restraint",
        2024,
        "2025-07-31",
        text(
            "点滴の管を気にならない位置に通し、要らなくなった管はその日のうちに抜いています。",
            "We route drips where they do not disturb, and take out on the same day whatever is no longer needed.",
        ),
    ),
    practice(
        From::Improver(4),
        "demo-stroke-deaths",
        2023,
        "2024-08-22",
        text(
            "救急車の中から病状を受け取り、着く前に検査の準備を終えています。到着から治療までの時間が半分になりました。",
            "Paramedics send us the findings from the ambulance, so the scanner is ready on arrival. Time to treatment has halved.",
        ),
    ),
    practice(
        From::Improver(7),
        "demo-pneumonia-deaths",
        2024,
        "2025-08-25",
        text(
            "食べる力を見る専門の看護師を置き、入院の翌日から口のケアと飲み込みの訓練を始めています。",
            "A nurse who specialises in swallowing now starts mouth care and training on the day after admission.",
        ),
    ),
    practice(
        From::Improver(10),
        "demo-readmission",
        2023,
        "2024-08-27",
        text(
            "退院から3日目と10日目に、看護師が電話をかけています。薬の飲み忘れと体重の増加を早く見つけられます。",
            "Nurses telephone patients on the third and tenth day at home. Forgotten medicines and weight gain are noticed early.",
        ),
    ),
    practice(
        From::Improver(5),
        "demo-hip-surgery-within-two-days",
        2023,
        "2024-08-28",
        text(
            "手術室に毎日1枠、骨折のための時間を空けました。土曜日も手術しています。内科の医師が初日に診察します。",
            "One slot in theatre is kept free for fractures every day, Saturdays included, and a physician sees each patient on the first day.",
        ),
    ),
    practice(
        From::Improver(6),
        "demo-outpatient-wait",
        2024,
        "2025-09-03",
        text(
            "診察の順番が近づくと携帯電話に知らせます。採血を診察の前日にも受けられるようにしました。",
            "A message to your phone tells you when your turn is near. Blood can be taken the day before.",
        ),
    ),
    practice(
        From::Improver(3),
        "demo-ambulance-acceptance",
        2023,
        "2024-09-04",
        text(
            "断るかどうかを当直医ひとりに任せず、看護師長と二人で決めることにしました。",
            "The doctor on duty no longer declines alone: the senior nurse has to agree.",
        ),
    ),
    practice(
        From::Improver(8),
        "demo-experience-explained",
        2024,
        "2025-09-08",
        text(
            "説明の後に「ご家族にはどう伝えますか」とたずねています。伝わっていないところがわかり、言い直せます。",
            "After explaining we ask: how will you tell your family? That shows what did not come across, and we can say it again.",
        ),
    ),
    practice(
        From::Improver(5),
        "demo-experience-discharge",
        2023,
        "2024-09-08",
        text(
            "退院の前日に、薬・食事・受診の目安を1枚の紙にまとめてお渡ししています。",
            "On the day before discharge everyone gets one sheet of paper: medicines, meals, and when to come back.",
        ),
    ),
    practice(
        From::Improver(2),
        "demo-line-infections",
        2023,
        "2024-08-15",
        text(
            "管を入れるときの手順を5つに絞り、そばで一人が読み上げます。守れないときは、誰でも止められます。",
            "Putting in a line now follows five steps that someone reads aloud. Anyone may stop it if a step is missed.",
        ),
    ),
    practice(
        From::Countryside(2),
        "demo-shared-records",
        2024,
        "2025-08-21",
        text(
            "町の診療所・薬局・介護の事業所と、同じ画面を見られるようにしました。説明会を12回開きました。",
            "Clinics, pharmacies and carers in our town now see the same screen. It took twelve meetings to get there.",
        ),
    ),
    practice(
        From::Metropolis(18),
        "demo-nutrition-assessment",
        2024,
        "2025-08-26",
        text(
            "すべての病棟に管理栄養士を置き、入院した日の夕食から献立を変えられるようにしました。",
            "Every ward has its own dietitian, and meals can change from the first evening.",
        ),
    ),
];
