"""Which of the three languages to answer in."""

from teapot.entries import LANGUAGES, Language

# Characters that only one of the two scripts uses, the ones met most in technical talk.
_SIMPLIFIED = frozenset(
    "与业东丝严丧个丰临为丽举义乌乐习乡书买乱争亏云产亲亿仅从仓仪们价众优伙会伟传伤伦伪余侧侨债倾储儿兑党兰关"
    "兴养兽内冈册写军农冲决况冻净凉减凑凤凭凯击凿划刘则刚创删别刹剂剑剧劝办务动劲劳势勋匀华协单卖卢卫却厂厅历"
    "厉压厌厕厢厦县参双发变叠叶号叹吓吗听启吴员响哑唤啰团园围国图圆圣场坏块坚坛坟坠垄垒垦处备复够头夹夺奋奖妇"
    "妈孙学宁宝实宠审宪宫宽宾寝对寻导寿将尔尘尝层届属岁岂岗岛岭币帅师帐帜带帮并广庆库应庙废开张弯弹强归当录彻"
    "径忆忧怀态怜总恋恳恶恼悬惊惧惨惩惯愿戏战户扑执扩扫扬扰抚抛抢护报担拟拢拣拥拦拨择挂挡挣挤挥损换据掷揽搁搅"
    "摄摆摇撑敌敛数斩断旧时旷昼显晓晕暂术朴机杀杂权条来极构柜标栈栏树样桥桩梦检楼欢欧毁毕气汇汉汤沟没泪泼泽洁"
    "浅测济浓涂涛润涨渐湿滚滞满滤滥灭灯灵灾炉点炼烂烦烧热爱爷牵牺状犹独狱猎猫献环现珑电画畅疗疮疯痒监盖盘睁矿"
    "码砖础确碍礼祸离种秘积称税稳穷窃竞笔笺筑签简类粮紧纠红约级纪纳纵纸纹线练组细织终绍经绑结绕绘给绝统继绩绪"
    "续绳维绵综绿缓编缘缩缴网罗罚罢职联聪肃肠肤肿胀胜脉脏脑脱脸舰艺节芦苏苹范荐荣药莱获萝营蓝虑虚虽虾蚀蛮蜡补"
    "装见观规视览觉计订认讨让训议讯记讲许论设访证评识诉诊词译试诗诚话询该详语误说请诸读课谁调谅谈谋谜谢谣谱责"
    "败账货质贩贪购贵贷贸费贺资赏赔赖赚赛赞赠赵赶趋跃践踪车轨转轮软轻载较辅辆辈辑输边达迁过运还这进远违连迟适"
    "选递逻遗邮邻郑酿释里针钉钟钢钥钱铁铃铜铭银链销锁锅错锦键镜长门闪闭问闲间闻阅队阳阴阵阶际陆陈险随隐难雾静"
    "韩页顶项顺须顾顿预领频题颜额风飞饭饮饰饱馆马驱驶驻驾骂验骑骗鱼鲁鲜鸟鸡鸣麦黄齐龄龙"
)
_TRADITIONAL = frozenset(
    "與業東絲嚴喪個豐臨爲麗舉義烏樂習鄉書買亂爭虧雲產親億僅從倉儀們價衆優夥會偉傳傷倫僞餘側僑債傾儲兒兌黨蘭關"
    "興養獸內岡冊寫軍農衝決況凍淨涼減湊鳳憑凱擊鑿劃劉則剛創刪別剎劑劍劇勸辦務動勁勞勢勳勻華協單賣盧衛卻廠廳歷"
    "厲壓厭廁廂廈縣參雙發變疊葉號嘆嚇嗎聽啓吳員響啞喚囉團園圍國圖圓聖場壞塊堅壇墳墜壟壘墾處備復夠頭夾奪奮獎婦"
    "媽孫學寧寶實寵審憲宮寬賓寢對尋導壽將爾塵嘗層屆屬歲豈崗島嶺幣帥師帳幟帶幫並廣慶庫應廟廢開張彎彈強歸當錄徹"
    "徑憶憂懷態憐總戀懇惡惱懸驚懼慘懲慣願戲戰戶撲執擴掃揚擾撫拋搶護報擔擬攏揀擁攔撥擇掛擋掙擠揮損換據擲攬擱攪"
    "攝擺搖撐敵斂數斬斷舊時曠晝顯曉暈暫術樸機殺雜權條來極構櫃標棧欄樹樣橋樁夢檢樓歡歐毀畢氣匯漢湯溝沒淚潑澤潔"
    "淺測濟濃塗濤潤漲漸溼滾滯滿濾濫滅燈靈災爐點煉爛煩燒熱愛爺牽犧狀猶獨獄獵貓獻環現瓏電畫暢療瘡瘋癢監蓋盤睜礦"
    "碼磚礎確礙禮禍離種祕積稱稅穩窮竊競筆箋築籤簡類糧緊糾紅約級紀納縱紙紋線練組細織終紹經綁結繞繪給絕統繼績緒"
    "續繩維綿綜綠緩編緣縮繳網羅罰罷職聯聰肅腸膚腫脹勝脈髒腦脫臉艦藝節蘆蘇蘋範薦榮藥萊獲蘿營藍慮虛雖蝦蝕蠻蠟補"
    "裝見觀規視覽覺計訂認討讓訓議訊記講許論設訪證評識訴診詞譯試詩誠話詢該詳語誤說請諸讀課誰調諒談謀謎謝謠譜責"
    "敗賬貨質販貪購貴貸貿費賀資賞賠賴賺賽贊贈趙趕趨躍踐蹤車軌轉輪軟輕載較輔輛輩輯輸邊達遷過運還這進遠違連遲適"
    "選遞邏遺郵鄰鄭釀釋裏針釘鍾鋼鑰錢鐵鈴銅銘銀鏈銷鎖鍋錯錦鍵鏡長門閃閉問閒間聞閱隊陽陰陣階際陸陳險隨隱難霧靜"
    "韓頁頂項順須顧頓預領頻題顏額風飛飯飲飾飽館馬驅駛駐駕罵驗騎騙魚魯鮮鳥雞鳴麥黃齊齡龍"
)
_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fff"
_TAIWANESE_READERS = frozenset({"tw", "hk", "mo", "hant"})
_NAMES: dict[str, Language] = {
    "english": "en",
    "en-us": "en",
    "en-gb": "en",
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "简体": "zh-Hans",
    "简体中文": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "繁體": "zh-Hant",
    "繁體中文": "zh-Hant",
    "繁中": "zh-Hant",
    "简中": "zh-Hans",
}
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}


def of_locale(locale: str | None) -> Language | None:
    """The language for a platform's locale: "zh-TW", "zh_HK" and "zh-Hant" read Traditional, other "zh" Simplified.

    None for a missing locale; English for every language that Teapot does not speak.
    """
    if not locale:
        return None
    parts = locale.replace("_", "-").lower().split("-")
    if parts[0] != "zh":
        return "en"
    return "zh-Hant" if _TAIWANESE_READERS.intersection(parts[1:]) else "zh-Hans"


def of_text(text: str, *, most: int = 2000) -> Language | None:
    """The language a message is written in, by its script; None when it has no Chinese in it.

    Reads the first ``most`` code points. Simplified wins a draw, as it has more readers.
    """
    simplified = traditional = 0
    chinese = False
    for character in text[:most]:
        if not _HAN_FIRST <= character <= _HAN_LAST:
            continue
        chinese = True
        simplified += character in _SIMPLIFIED
        traditional += character in _TRADITIONAL
    if not chinese:
        return None
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def parse(name: str) -> Language | None:
    """The language somebody named: its tag, or a common way to write it."""
    folded = name.strip().lower().replace("_", "-")
    for language in LANGUAGES:
        if folded == language.lower():
            return language
    return _NAMES.get(folded)
