import { readCell } from "../../../src/kpi/cell";
import { cases, show } from "./show";

// Notations as staff write them, in the five source documents and elsewhere. What is `unreadable` here is so on
// purpose: its figure could be taken for something that it is not.
const TABLE = String.raw`
# figures with their units
男性79.83以上 ⇒ 男性=79.83 min
男 12人女 15人 ⇒ 男=12 人 & 女=15 人
1,234 人 ⇒ 1234 人
1,234　人 ⇒ 1234 人
12.5 km ⇒ 12.5 km
12.5㎞ ⇒ 12.5 km
3,450㎡ ⇒ 3450 ㎡
1.2k㎡ ⇒ 1.2 ㎢
45.6ヘクタール ⇒ 45.6 ヘクタール
120トン ⇒ 120 トン
12t ⇒ 12 t
1,500kg ⇒ 1500 kg
3.5kWh ⇒ 3.5 kWh
15MW ⇒ 15 MW
98.5点 ⇒ 98.5 点
4.2点/5点 ⇒ unreadable
4.2／5.0 ⇒ unreadable
3.8（5点満点） ⇒ 3.8 [5点満点]
5段階中3.8 ⇒ unreadable
20社（延べ） ⇒ 20 社 [延べ]
延べ1,234人 ⇒ 1234 人 [延べ]
延50人 ⇒ 50 人 [延]
のべ50名 ⇒ 50 名 [のべ]

# about, bounds, totals, per year
約30％ ⇒ 0.3 % approximate
概ね100% ⇒ 1 % approximate
ほぼ100％ ⇒ 1 % approximate
100％（達成） ⇒ 1 % [達成]
80%を維持 ⇒ 0.8 % [を維持]
80%以上を維持 ⇒ 0.8 % min [を維持]
90％台 ⇒ unreadable
90%前後 ⇒ 0.9 % approximate
10件程度 ⇒ 10 件 approximate
100人超 ⇒ 100 人 minExclusive
100人を超える ⇒ 100 人 minExclusive
1,000人以上（累計） ⇒ 1000 人 min [累計]
1,000人（累計） ⇒ 1000 人 [累計]
（累計）1,000人 ⇒ 1000 人 [累計]
累計1,000人 ⇒ 1000 人 [累計]
累計：1,000人 ⇒ 1000 人 [累計]
1,000人（R3〜R7累計） ⇒ 1000 人 @2025 [R3~R7累計]
250人/年 ⇒ 250 人/年
年250人 ⇒ 250 人
年間250人 ⇒ 250 人 [年間]
毎年250人 ⇒ 250 人 [毎年]
月平均250人 ⇒ 250 人 [月平均]
1日平均250人 ⇒ 250 人 [1日平均]
各年度10件 ⇒ 10 件 [各年度]
10件（年間） ⇒ 10 件 [年間]
10件／年 ⇒ 10 件/年
10件以内 ⇒ 10 件 max
0件 ⇒ 0 件
０ ⇒ 0
0人（R5） ⇒ 0 人 @2023
ゼロ ⇒ unreadable

# signs and changes
△0.5 ⇒ -0.5
▲0.5% ⇒ -0.005 %
−3.2 ⇒ -3.2
－3.2ポイント ⇒ -3.2 ポイント
‐3.2 ⇒ -3.2
-3.2pt ⇒ -3.2 ポイント
＋3.2 ⇒ 3.2
±0 ⇒ 0
マイナス5人 ⇒ -5 人
5人減 ⇒ unreadable
5人増 ⇒ unreadable
前年比+5% ⇒ unreadable
対前年比105% ⇒ unreadable
前年度比 5%増 ⇒ unreadable
基準値+10% ⇒ unreadable
現状値の10%増 ⇒ unreadable
現状値から10%減少 ⇒ unreadable
10%削減 ⇒ unreadable
2013年度比46%削減 ⇒ unreadable @2013
H25比△26% ⇒ unreadable @2013
30%（H25年度比） ⇒ 0.3 % [H25年度比]
半減 ⇒ unreadable
倍増 ⇒ unreadable
2倍 ⇒ 2 倍
1.5倍以上 ⇒ 1.5 倍 min
3人に1人 ⇒ unreadable
100人中20人 ⇒ unreadable
20/100 ⇒ unreadable

# brackets
12(5) ⇒ 12(5)
12（うち新規5） ⇒ 12 [うち新規5]
12件（うち市内5件） ⇒ 12 件 [うち市内5件]
12（前年15） ⇒ 12 [前年15]
12(+3) ⇒ 12 [+3]
12（▲3） ⇒ 12 [▲3]
12[65] ⇒ 12(65)
12〔65〕 ⇒ 12(65)
12【65】 ⇒ 12(65)
12件（累計65件） ⇒ 12(65) 件
12件（累計 65件） ⇒ 12(65) 件
12件(65件) ⇒ 12(65) 件
累計65件（12件） ⇒ 65 件 [累計|12件]
65（12） ⇒ 65(12)

# years beside a figure
1,234（R4） ⇒ 1234 @2022
1,234（R4年度） ⇒ 1234 @2022
1,234（令和4年度実績） ⇒ 1234 @2022
1,234（R4見込み） ⇒ 1234 @2022 forecast
1,234（R4.3.31現在） ⇒ 1234 @2021
1,234（令和4年3月末） ⇒ 1234 @2021
1,234（4月1日現在） ⇒ 1234 [4月1日現在]
R4：1,234 ⇒ 1234 @2022
R4 1,234 ⇒ 1234 @2022
R4年度　1,234人 ⇒ 1234 人 @2022
令和4年度：1,234人 ⇒ 1234 人 @2022
2022年度：1,234人 ⇒ 1234 人 @2022
2022:1,234 ⇒ unreadable
H29〜R3平均 12.3 ⇒ unreadable
12.3（H29〜R3平均） ⇒ 12.3 @2021 [H29~R3平均]
12.3（5年平均） ⇒ 12.3 [5年平均]
12.3 (3か年平均) ⇒ 12.3 [3か年平均]

# milestones and words
未達成 ⇒ unreadable
達成 ⇒ done
達成済み ⇒ done
策定 ⇒ done
策定済（R4） ⇒ done @2022
R4策定 ⇒ done @2022
R4年度策定済 ⇒ done @2022
令和4年度に策定 ⇒ done @2022
計画策定 ⇒ done
計画策定中 ⇒ unreadable
検討 ⇒ unreadable
検討中 ⇒ missing notDue
準備中 ⇒ missing notDue
未着手 ⇒ missing notDue
着手 ⇒ missing notDue
着手済 ⇒ unreadable
整備中 ⇒ missing notDue
事業完了 ⇒ done
完了（R3） ⇒ done @2021
供用開始 ⇒ done
設置 ⇒ done
設置済 ⇒ done
実施 ⇒ done
実施中 ⇒ unreadable
未実施 ⇒ missing notSurveyed
実施なし ⇒ missing notSurveyed
一部実施 ⇒ unreadable
有 ⇒ done
無 ⇒ missing dash
あり ⇒ done
なし ⇒ missing dash
○ ⇒ unreadable
◎ ⇒ unreadable
× ⇒ unreadable
△ ⇒ unreadable
▲ ⇒ unreadable
〇 ⇒ unreadable
● ⇒ unreadable
レ ⇒ unreadable
✓ ⇒ unreadable
済 ⇒ done
継続 ⇒ maintain
継続実施 ⇒ done
維持 ⇒ maintain
現状維持 ⇒ maintain
現状維持（100%） ⇒ maintain [100%]
100％維持 ⇒ 1 % [維持]
維持・向上 ⇒ maintainMin
向上 ⇒ increase
増 ⇒ increase
減 ⇒ decrease
増やす ⇒ increase
減らす ⇒ decrease
増加傾向 ⇒ increase
減少傾向 ⇒ decrease
増加を目指す ⇒ increase
増加させる ⇒ increase
前年度以上 ⇒ aboveReference
前年度以下 ⇒ belowReference
前年度より増加 ⇒ aboveReference
前年より減少 ⇒ belowReference
前年度を上回る ⇒ aboveReference
毎年度増加 ⇒ aboveReference
毎年減少 ⇒ belowReference
全国平均以上 ⇒ aboveReference
全国平均を上回る ⇒ aboveReference
県平均以上 ⇒ aboveReference
県平均以下 ⇒ belowReference
県平均並み ⇒ aboveReference
国の平均以上 ⇒ aboveReference
類似団体平均以下 ⇒ belowReference
全国平均＋3ポイント ⇒ unreadable

# ranks
全国1位 ⇒ 全国=1 位
県内1位 ⇒ 県内=1 位
県内3位以内 ⇒ 県内=3 位 max
全国10位以内 ⇒ 全国=10 位 max
10位以内 ⇒ 10 位 max
ベスト10 ⇒ unreadable
上位10% ⇒ unreadable
トップクラス ⇒ unreadable

# digits and commas
100 ⇒ 100
100.0 ⇒ 100
1０0 ⇒ 100
１００％ ⇒ 1 %
１，２３４ ⇒ 1234
１２３．４ ⇒ 123.4
1.234 ⇒ 1.234
1,234.56 ⇒ 1234.56
1234567 ⇒ 1234567
1,234,567,890 ⇒ 1234567890
12,34 ⇒ unreadable
1,2345 ⇒ unreadable
12,345,6 ⇒ unreadable
,123 ⇒ unreadable
123, ⇒ 123
1.2.3 ⇒ unreadable
.5 ⇒ 0.5
5. ⇒ 5
5．5 ⇒ 5.5
5・5 ⇒ unreadable
5、5 ⇒ unreadable
1 234 ⇒ unreadable
1　234 ⇒ unreadable

# missing values
-- ⇒ missing dash
--- ⇒ missing dash
― ⇒ missing dash
─ ⇒ missing dash
━ ⇒ missing dash
‐ ⇒ missing dash
ｰ ⇒ missing dash
… ⇒ missing dash
・ ⇒ missing dash
. ⇒ missing dash
, ⇒ unreadable
/ ⇒ missing dash
／ ⇒ missing dash
* ⇒ unreadable
＊ ⇒ unreadable
? ⇒ unreadable
？ ⇒ unreadable
未定 ⇒ missing noTarget
未設定 ⇒ missing noTarget
設定なし ⇒ missing noTarget
目標なし ⇒ missing noTarget
目標値なし ⇒ missing noTarget
目標設定なし ⇒ missing noTarget
設定しない ⇒ missing noTarget
非公表 ⇒ missing unpublished
秘匿 ⇒ unreadable
x ⇒ unreadable
X ⇒ unreadable
N/A ⇒ missing notSurveyed
n/a ⇒ missing notSurveyed
NA ⇒ missing notSurveyed
なし（コロナ） ⇒ missing dash [コロナ]
未公表（R6.12公表予定） ⇒ missing unpublished [R6.12公表予定]
R6.12公表予定 ⇒ missing unpublished
R7年3月公表予定 ⇒ missing unpublished
集計中（R6） ⇒ missing unpublished @2024
調査中 ⇒ missing unpublished
算定中 ⇒ missing unpublished
測定中 ⇒ missing unpublished
不明 ⇒ missing notSurveyed
データなし ⇒ missing notSurveyed
該当なし ⇒ missing notSurveyed
対象外 ⇒ missing notSurveyed
評価対象外 ⇒ missing notSurveyed
評価不可 ⇒ missing notSurveyed
算出不可 ⇒ missing notSurveyed
測定不可 ⇒ missing notSurveyed
調査年度ではない ⇒ missing notSurveyed
調査は隔年 ⇒ unreadable
3年ごとに調査 ⇒ unreadable
次回調査R7 ⇒ missing notDue @2025
次回R7 ⇒ missing notDue @2025
R7調査 ⇒ unreadable @2025
中止 ⇒ missing notSurveyed
開催中止 ⇒ missing notSurveyed
コロナにより中止 ⇒ missing notSurveyed
新型コロナウイルスの影響で中止 ⇒ missing notSurveyed
新型コロナウイルス感染症拡大防止のため中止 ⇒ missing notSurveyed
休館中 ⇒ missing notSurveyed
廃止 ⇒ missing ended
R4廃止 ⇒ missing ended @2022
R4年度で終了 ⇒ missing ended @2022
終了（R4） ⇒ missing ended @2022
事業終了 ⇒ missing ended
統合 ⇒ missing ended
時期未到来 ⇒ missing notDue
未到来 ⇒ missing notDue
評価時期未到来 ⇒ missing notDue
新規 ⇒ missing dash
新規事業 ⇒ missing dash
新設 ⇒ missing dash
皆増 ⇒ unreadable
皆減 ⇒ unreadable
#N/A ⇒ error
#DIV/0! ⇒ error
#REF! ⇒ error
##### ⇒ unreadable
TRUE ⇒ unreadable

# kanji numerals and vague amounts
三百五十 ⇒ 350
三百五十人 ⇒ 350 人
十人 ⇒ 10 人
十件 ⇒ 10 件
百人 ⇒ 100 人
千人 ⇒ unreadable
一人 ⇒ 1 人
二回 ⇒ 2 回
二〇二五年度 ⇒ unreadable @2025
二十五 ⇒ 25
五割 ⇒ 0.5 %
3割 ⇒ 0.3 %
3割5分 ⇒ unreadable
八割以上 ⇒ 0.8 % min
千葉県 ⇒ unreadable
三重県 ⇒ unreadable
一部 ⇒ unreadable
一般 ⇒ unreadable
一定 ⇒ unreadable
四半期 ⇒ unreadable
第一期 ⇒ unreadable
十分 ⇒ unreadable
百貨店 ⇒ unreadable
万全 ⇒ unreadable
数人 ⇒ unreadable
数十件 ⇒ unreadable
十数件 ⇒ unreadable
若干名 ⇒ unreadable
多数 ⇒ unreadable
少数 ⇒ unreadable
約半数 ⇒ unreadable
過半数 ⇒ unreadable
全て ⇒ unreadable
すべて ⇒ unreadable
全員 ⇒ unreadable
全校 ⇒ unreadable
全12校 ⇒ 12 校 [全]
12校全て ⇒ unreadable
全校（12校） ⇒ unreadable

# shares
12/12校 ⇒ unreadable
12校中10校 ⇒ unreadable
10校／12校 ⇒ unreadable
10校(12校中) ⇒ 10 校 [12校中]
83.3%(10/12) ⇒ 0.833 % [10/12]
83.3％（10校/12校） ⇒ 0.833 % [10校/12校]
10校（83.3％） ⇒ 10 校 [83.3%]
1,234人(45.6%) ⇒ 1234 人 [45.6%]
45.6%(1,234人) ⇒ 0.456 % [1,234人]
45.6%（1,234人/2,706人） ⇒ 0.456 % [1,234人/2,706人]

# several figures in one cell
男80.1歳 女86.2歳 ⇒ 男=80.1 歳 & 女=86.2 歳
男：80.1 女：86.2 ⇒ 男=80.1 & 女=86.2
男性80.1歳、女性86.2歳 ⇒ 男性=80.1 歳 & 女性=86.2 歳
男性80.1歳・女性86.2歳 ⇒ 男性=80.1 歳 & 女性=86.2 歳
男性80.1歳／女性86.2歳 ⇒ 男性=80.1 歳 & 女性=86.2 歳
男80.1/女86.2 ⇒ 男=80.1 & 女=86.2
80.1/86.2 ⇒ unreadable
80.1歳/86.2歳 ⇒ unreadable
80.1(男) 86.2(女) ⇒ 男=80.1 & 女=86.2
男性 80.1 ⇒ 男性=80.1
（男）80.1（女）86.2 ⇒ 男=80.1 & 女=86.2
(男性)80.1歳 (女性)86.2歳 ⇒ 男性=80.1 歳 & 女性=86.2 歳
小学校 85.2% 中学校 78.3% ⇒ 小学校=0.852 % & 中学校=0.783 %
小85.2% 中78.3% ⇒ unreadable
小学生:85.2%、中学生:78.3% ⇒ 小学生=0.852 % & 中学生=0.783 %
①12件②15件 ⇒ ①=12 件 & ②=15 件
①12件 ②15件 ⇒ ①=12 件 & ②=15 件
① 12件 ⇒ ①=12 件
⑴12件 ⇒ ⑴=12 件
1)12件 2)15件 ⇒ unreadable
A:12 B:15 ⇒ A=12 & B=15
ア 12件 ⇒ ア=12 件
・12件 ⇒ 12 件
・市内12件・市外15件 ⇒ 市内=12 件 & 市外=15 件
市内 12件 ⇒ 市内=12 件

# ranges
5～10 ⇒ 5 .. 10
5〜10件 ⇒ 5 件 .. 10 件
5~10件 ⇒ 5 件 .. 10 件
5-10件 ⇒ 5 件 .. 10 件
5−10件 ⇒ 5 件 .. 10 件
5件～10件 ⇒ 5 件 .. 10 件
5件以上10件以下 ⇒ 5 件 min .. 10 件 max
5件以上10件未満 ⇒ 5 件 min .. 10 件 maxExclusive
5から10 ⇒ unreadable
5件から10件 ⇒ unreadable
5→10 ⇒ unreadable
5件→10件 ⇒ unreadable
5以上 ⇒ 5 min
5件以上 ⇒ 5 件 min
≧5 ⇒ 5 min
≥5件 ⇒ 5 件 min
>5 ⇒ 5 minExclusive
＞5% ⇒ 0.05 % minExclusive
5≦ ⇒ unreadable
5件超 ⇒ 5 件 minExclusive
5件未満 ⇒ 5 件 maxExclusive
5件以下 ⇒ 5 件 max
5人以内 ⇒ 5 人 max
30分以内 ⇒ 30 分 max

# times, dates, codes
30分 ⇒ 30 分
1時間 ⇒ 1 時間
1.5時間 ⇒ 1.5 時間
1時間半 ⇒ unreadable
8分24秒 ⇒ unreadable
8分 ⇒ 8 分
24時間 ⇒ 24 時間
365日 ⇒ 365 日
12か月 ⇒ 12 か月
12ヶ月 ⇒ 12 ヶ月
3カ年 ⇒ 3 カ年
3年間 ⇒ 3 年間
3年 ⇒ unreadable
3年以内 ⇒ 3 年 max
15.3年 ⇒ 15.3 年
令和3年 ⇒ unreadable @2021
R3 ⇒ unreadable @2021
H30 ⇒ unreadable @2018
30年度 ⇒ unreadable @2018
元年度 ⇒ unreadable @2019
2019 ⇒ 2019
2019年 ⇒ unreadable @2019
2019年度 ⇒ unreadable @2019
2019年度末 ⇒ unreadable @2019
2025年度まで ⇒ unreadable @2025
R7まで ⇒ unreadable @2025
R7年度末 ⇒ unreadable @2025
3/31 ⇒ unreadable
2024/3/31 ⇒ unreadable @2023
2024-03-31 ⇒ unreadable @2023
R6.3.31 ⇒ unreadable @2023
10:30 ⇒ unreadable
12:00～13:00 ⇒ unreadable
03-1234-5678 ⇒ unreadable
第3次 ⇒ unreadable
3期 ⇒ unreadable
3号 ⇒ unreadable
3番 ⇒ unreadable
3丁目 ⇒ unreadable
3か所目 ⇒ unreadable
1位 ⇒ 1 位
1級 ⇒ 1 級
A ⇒ unreadable
B+ ⇒ unreadable
S ⇒ unreadable
Ａ ⇒ unreadable

# percent, points and measures
5% ⇒ 0.05 %
5 % ⇒ 0.05 %
5％ ⇒ 0.05 %
5パーセント ⇒ 0.05 %
5ﾊﾟｰｾﾝﾄ ⇒ 0.05 %
5％ポイント ⇒ 5 ポイント
5ポイント ⇒ 5 ポイント
5P ⇒ unreadable
5p ⇒ unreadable
5pt ⇒ 5 ポイント
5‰ ⇒ 5 ‰
5割 ⇒ 0.5 %
5℃ ⇒ 5 °C
5°C ⇒ 5 °C
5dB ⇒ 5 dB
0.05mg/L ⇒ 0.05 mg/L
0.05mg/l以下 ⇒ 0.05 mg/l max
0.04ppm ⇒ 0.04 ppm
35μg/m3 ⇒ 35 μg/㎥
35㎍/㎥ ⇒ 35 μg/㎥
2.5mg/L ⇒ 2.5 mg/L
1.2Bq/kg ⇒ 1.2 Bq/kg
人口千人当たり5.2 ⇒ 5.2 [人口千人当たり]
人口10万人当たり12.3 ⇒ 12.3 [人口10万人当たり]
12.3（人口10万対） ⇒ 12.3 人口10万対
12.3(人口10万人あたり) ⇒ 12.3 人口10万人あたり
12.3人/10万人 ⇒ 12.3 人/10万人
12.3人／人口10万人 ⇒ unreadable
1人1日当たり850g ⇒ 850 g [1人1日当たり]
850g/人・日 ⇒ 850 g/人・日
850g/人日 ⇒ 850 g/人日
850ｇ／人・日 ⇒ 850 g/人・日
12.3t-CO2 ⇒ 12.3 t-CO2
12.3千t-CO2 ⇒ 12300 t-CO2
12.3万t-CO₂ ⇒ 123000 t-CO2
12.3万トン-CO2 ⇒ 123000 トン-CO2
12.3kt-CO2 ⇒ 12.3 kt-CO2
12.3万トンCO2 ⇒ 123000 トンCO2

# number words
4,402億円 ⇒ 440200000000 円
4402億 ⇒ 440200000000
44.02億円 ⇒ 4402000000 円
1億2,345万円 ⇒ 123450000 円
1億2345万6千円 ⇒ 123456000 円
12,345千円 ⇒ 12345000 円
12,345千円（決算） ⇒ 12345000 円 [決算]
12,345百万円 ⇒ 12345000000 円
1.2億円 ⇒ 120000000 円
12億3千万円 ⇒ 1230000000 円
1兆円 ⇒ 1000000000000 円
100万人 ⇒ 1000000 人
100万人以上 ⇒ 1000000 人 min
10万人 ⇒ 100000 人
10万人/年 ⇒ 100000 人/年
5千人 ⇒ 5000 人
5千件 ⇒ 5000 件
5百万円 ⇒ 5000000 円
5十件 ⇒ 50 件
1.5万人 ⇒ 15000 人
1.5万 ⇒ 15000
15千人 ⇒ 15000 人
15千m3 ⇒ 15000 ㎥
15千ha ⇒ 15000 ha
15百トン ⇒ 1500 トン
1000万円 ⇒ 10000000 円
\1,000 ⇒ 1000 円
￥1,000 ⇒ 1000 円
¥1,000 ⇒ 1000 円
1,000円/人 ⇒ 1000 円/人
1,000円（税込） ⇒ 1000 円 [税込]
＄1,000 ⇒ unreadable
1,000ドル ⇒ 1000 ドル

# counters
12本 ⇒ 12 本
12棟 ⇒ 12 棟
12戸 ⇒ 12 戸
12基 ⇒ 12 基
12世帯 ⇒ 12 世帯
12団体 ⇒ 12 団体
12事業 ⇒ 12 事業
12事業者 ⇒ 12 事業者
12グループ ⇒ 12 グループ
12プロジェクト ⇒ 12 プロジェクト
12チーム ⇒ 12 チーム
12アプリ ⇒ 12 アプリ
12キャラ ⇒ 12 キャラ
12ｍ ⇒ 12 m
12ｍ² ⇒ 12 ㎡
12m2 ⇒ 12 ㎡
12m² ⇒ 12 ㎡
12m3 ⇒ 12 ㎥
12km ⇒ 12 km
12km² ⇒ 12 ㎢
12㌔ ⇒ 12 キロ
12㌧ ⇒ 12 トン
12㌶ ⇒ 12 ヘクタール
12か所 ⇒ 12 か所
12カ所 ⇒ 12 カ所
12ヶ所 ⇒ 12 ヶ所
12ヵ所 ⇒ 12 ヵ所
12ケ所 ⇒ 12 ケ所
12箇所 ⇒ 12 箇所
12個所 ⇒ 12 個所

# notes
12件※ ⇒ 12 件 [※]
12件※1 ⇒ 12 件 [※1]
12件 ※1 ⇒ 12 件 [※1]
※12件 ⇒ unreadable
※1 12件 ⇒ 12 件 [※1]
12件* ⇒ 12 件 [*]
12件*1 ⇒ 12 件 [*1]
12件注1 ⇒ 12 件 [注1]
12件 注1） ⇒ 12 件 [注1]
12件（注） ⇒ 12 件 [注]
12件（※1） ⇒ 12 件 [※1]
12件(※速報値) ⇒ 12 件 forecast
12件（暫定） ⇒ 12 件 forecast
12件（暫定値） ⇒ 12 件 forecast
12件（推計値） ⇒ 12 件 forecast
12件（確定値） ⇒ 12 件 [確定値]
12件（参考値） ⇒ 12 件 [参考値]
(参考)12件 ⇒ 12 件 [参考]
参考値：12件 ⇒ unreadable

# what cannot be trusted
(12件) ⇒ unreadable
（12） ⇒ unreadable
[12] ⇒ unreadable
「12」 ⇒ unreadable
"12" ⇒ unreadable
12！ ⇒ unreadable
12? ⇒ unreadable
約? ⇒ unreadable
約？件 ⇒ unreadable
?件 ⇒ unreadable
○件 ⇒ unreadable
○○件 ⇒ unreadable
〇〇件 ⇒ unreadable
●件 ⇒ unreadable
XX件 ⇒ unreadable
xx% ⇒ unreadable
**% ⇒ unreadable
△△人 ⇒ unreadable
12人増加 ⇒ unreadable
12人へ増加 ⇒ unreadable
12人に増加 ⇒ unreadable
12人を維持 ⇒ 12 人 [を維持]
12人を目指す ⇒ 12 人 [を目指す]
目標12人 ⇒ unreadable
実績12人 ⇒ 12 人 [実績]
見込12人 ⇒ 12 人 forecast
見込み12人 ⇒ 12 人 forecast
12人見込 ⇒ 12 人 forecast
12人見込み ⇒ 12 人 forecast
12人(見込) ⇒ 12 人 forecast
12 (見込み) ⇒ 12 forecast
12(速報) ⇒ 12 forecast
速報値12人 ⇒ 12 人 forecast
12人（速報値） ⇒ 12 人 forecast
12件/15件 ⇒ unreadable
達成率80% ⇒ 達成率=0.8 %
達成率 80% ⇒ 達成率=0.8 %
80%（達成率） ⇒ 達成率=0.8 %
A（80%） ⇒ unreadable
80%（A） ⇒ 0.8 % [A]

# references
20人（定員25人） ⇒ 20 人 [定員25人]
20人 定員25人 ⇒ unreadable
20人(25人) ⇒ 20(25) 人
20(25)人 ⇒ 20(25) 人
20件(市内) ⇒ 市内=20 件
20件（市民のみ） ⇒ 20 件 [市民のみ]
20件（国基準） ⇒ 20 件 [国基準]
60.2%（全国63.8%） ⇒ 0.602 % [全国63.8%]
60.2% 全国63.8% ⇒ 0.602 % [全国 63.8%]
60.2 (県 63.8) ⇒ 60.2 [県 63.8]
市60.2% 県63.8% ⇒ unreadable
市 60.2% 国 63.8% ⇒ 市=0.602 % [国 63.8%]
16位（全国） ⇒ 16 位 [全国]
(全国16位) 60.2% ⇒ 0.602 % [全国16位]
60.2% (全国16位) ⇒ 0.602 % [全国16位]
総合16位 ⇒ unreadable

# odds and ends
約5,000万円～6,000万円 ⇒ 50000000 円 approximate .. 60000000 円
100〜 ⇒ unreadable
〜100 ⇒ unreadable
100以上〜200未満 ⇒ 100 min .. 200 maxExclusive
max100 ⇒ unreadable
MAX 100 ⇒ unreadable
最大100人 ⇒ unreadable
最低100人 ⇒ unreadable
最高100 ⇒ unreadable
100（上限） ⇒ 100 max
上限100 ⇒ unreadable
下限100 ⇒ unreadable
100点満点中85点 ⇒ unreadable
85点（100点満点） ⇒ 85 点 [100点満点]
85/100点 ⇒ unreadable
偏差値50.2 ⇒ 偏差値=50.2
50.2 ⇒ 50.2
震度5強 ⇒ 震度=5 approximate
5強 ⇒ 5 approximate
5弱 ⇒ 5 approximate
2回/3年 ⇒ unreadable
3年に1回 ⇒ unreadable
1回/2年 ⇒ unreadable
週3回 ⇒ 3 回/週
月2回 ⇒ 2 回/月
隔月 ⇒ unreadable
毎月 ⇒ unreadable
年1回以上 ⇒ 1 回 min
1回以上/年 ⇒ unreadable
年１回 ⇒ 1 回
0.5人 ⇒ 0.5 人
0.581 ⇒ 0.581
1.12 ⇒ 1.12
1.43 ⇒ 1.43
113.2 ⇒ 113.2
99.99% ⇒ 0.9999 %
100.00% ⇒ 1 %
120% ⇒ 1.2 %
0.00% ⇒ 0 %
1e5 ⇒ unreadable
1E+05 ⇒ unreadable
0x10 ⇒ unreadable
0123 ⇒ unreadable
007 ⇒ unreadable
00 ⇒ unreadable
0.0 ⇒ 0
-0 ⇒ 0
1-1 ⇒ unreadable
1-2-3 ⇒ unreadable
A-1 ⇒ unreadable
No.3 ⇒ unreadable
3. ⇒ 3
(1) ⇒ unreadable
1. ⇒ 1
令和 ⇒ unreadable
H ⇒ unreadable
年度 ⇒ unreadable
人 ⇒ unreadable
件 ⇒ unreadable
% ⇒ unreadable
％ ⇒ unreadable
円 ⇒ unreadable
（件） ⇒ unreadable
(%) ⇒ unreadable
コメント: 12件 ⇒ コメント=12 件
備考参照 ⇒ unreadable
別紙のとおり ⇒ unreadable
別紙1のとおり ⇒ unreadable
下記参照 ⇒ unreadable
P12参照 ⇒ unreadable
資料3 ⇒ unreadable
会議3回、研修2回 ⇒ unreadable
会議 3回 研修 2回 ⇒ 会議=3 回 & 研修=2 回
会議3回 ⇒ unreadable
研修会2回開催 ⇒ unreadable
2回開催 ⇒ 2 回 [開催]
3校で実施 ⇒ 3 校 [で実施]
5名参加 ⇒ 5 名 [参加]
10件受付 ⇒ 10 件 [受付]
3件の申請 ⇒ unreadable
3件達成 ⇒ 3 件 [達成]
延べ3回実施 ⇒ 3 回 [延べ|実施]
12千人回 ⇒ 12000 人回
12人回 ⇒ 12 人回
12人泊 ⇒ 12 人泊
12万人泊 ⇒ 120000 人泊
12台キロ ⇒ 12 台キロ
3ha/年 ⇒ 3 ha/年
3ha（累計30ha） ⇒ 3(30) ha
3ha (累計) ⇒ 3 ha [累計]
3.5 ha ⇒ 3.5 ha
3.5ヘクタール（R3） ⇒ 3.5 ヘクタール @2021
33.6%14.4% ⇒ 0.336 % & 0.144 %
33.6% / 14.4% ⇒ 0.336 % & 0.144 %
33.6％、14.4％ ⇒ 0.336 % & 0.144 %
33.6　14.4 ⇒ 33.6 & 14.4
33.6,14.4 ⇒ unreadable
33.6, 14.4 ⇒ 33.6 & 14.4
上段12 下段15 ⇒ unreadable
12（下段15） ⇒ 12 [下段15]
午前12 午後15 ⇒ unreadable
12月 ⇒ unreadable
4月 ⇒ unreadable
4月1日 ⇒ unreadable
12日 ⇒ 12 日
30日 ⇒ 30 日
30日以内 ⇒ 30 日 max
R3:12 R4:15 ⇒ unreadable
R3 12件 R4 15件 ⇒ unreadable
H30：12件、R1：15件 ⇒ unreadable
R3実績 12件 ⇒ 12 件 @2021 [実績]
12件（R3）15件（R4） ⇒ unreadable
12件(R3),15件(R4) ⇒ unreadable

# line breaks
男性⏎80.1歳⏎女性⏎86.2歳 ⇒ 男性=80.1 歳 & 女性=86.2 歳
12件⏎（R3） ⇒ 12 件 @2021
1,234⏎人 ⇒ 1234 人
12件⏎※R3実績 ⇒ 12 件 [※R3実績]
60.2%⏎(全国 63.8%) ⇒ 0.602 % [全国 63.8%]
12⏎（65） ⇒ 12(65)
未公表⏎（R6.12公表予定） ⇒ missing unpublished [R6.12公表予定]
増加⏎（R7） ⇒ increase @2025
33.6%⏎14.4% ⇒ 0.336 % & 0.144 %
100件⏎以上 ⇒ 100 件 min
12,345⏎千円 ⇒ 12345000 円
`;

test.each(cases(TABLE))("%j is read as %s", (text, expected) => {
  expect(show(readCell(text))).toBe(expected);
});
