"""Words for moods in English and Chinese, and where they lie.

Valence (sad to glad) and energy (calm to stirred) follow the order of the words on the circumplex
of J. A. Russell, "A circumplex model of affect" (1980); darkness (bright to dark) is our own third
axis, for words of light and weather. All 0..1 with 0.5 for neither.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GROUPS: dict[tuple[float, float, float], str] = {
    # valence, energy, darkness
    (0.95, 0.80, 0.15): "joyful happy joy cheerful merry delighted 快乐 欢乐 高兴 喜悦 开心 愉快",
    (0.90, 0.95, 0.15): "ecstatic euphoric exuberant jubilant festive party 狂喜 欢腾 狂欢 喜庆",
    (0.85, 0.90, 0.30): "excited thrilling lively energetic vivid 兴奋 激动 热闹 活泼 充满活力",
    (0.85, 0.75, 0.20): "playful funny humorous light-hearted bouncy 俏皮 顽皮 有趣 幽默 轻快",
    (0.85, 0.85, 0.30): "triumphant heroic victorious proud majestic grand "
    "胜利 英雄 自豪 辉煌 雄伟 壮丽",
    (0.80, 0.60, 0.20): "hopeful optimistic inspiring uplifting spring morning "
    "希望 充满希望 乐观 振奋 春天 清晨",
    (0.80, 0.30, 0.25): "content pleased satisfied comfortable warm 满足 惬意 舒适 温暖",
    (0.75, 0.20, 0.25): "relaxed easy gentle soft mellow 放松 轻松 柔和 温柔",
    (0.75, 0.10, 0.25): "peaceful calm serene tranquil still quiet 平静 宁静 安宁 安静 恬静 祥和",
    (0.65, 0.05, 0.40): "sleepy drowsy lullaby 困倦 瞌睡 摇篮曲",
    (0.75, 0.35, 0.35): "romantic tender loving love dreamy 浪漫 温情 爱 爱情 深情 梦幻",
    (0.60, 0.25, 0.45): "nostalgic wistful autumn sunset 怀旧 怀念 乡愁 秋天 夕阳",
    (0.60, 0.15, 0.40): "spiritual sacred solemn prayer meditative 神圣 庄严 祈祷 冥想 禅意",
    (0.50, 0.30, 0.70): "mysterious enigmatic strange secret 神秘 奇异 秘密 诡秘",
    (0.55, 0.75, 0.40): "surprised astonished wonder magic magical 惊讶 惊奇 奇妙 魔幻",
    (0.40, 0.90, 0.55): "dramatic passionate intense powerful epic 戏剧性 热情 激烈 强烈 史诗",
    (0.40, 0.90, 0.60): "rebellious defiant wild 叛逆 反抗 狂野",
    (0.60, 0.75, 0.40): "empowered confident bold strong brave 自信 大胆 坚强 勇敢",
    (0.15, 0.95, 0.75): "angry furious rage aggressive violent 愤怒 生气 狂怒 暴力",
    (0.15, 0.85, 0.85): "fearful afraid scared frightened horror terror 恐惧 害怕 恐怖 惊恐",
    (0.25, 0.80, 0.65): "tense nervous anxious restless stormy storm 紧张 焦虑 不安 暴风雨 风暴",
    (0.15, 0.60, 0.75): "anguished desperate tragic painful 痛苦 绝望 悲剧 悲痛",
    (0.15, 0.25, 0.65): "sad sorrowful unhappy mournful tearful 悲伤 难过 伤心 忧伤 悲哀",
    (0.15, 0.15, 0.80): "gloomy depressed bleak hopeless grief 阴郁 沮丧 凄凉 抑郁",
    (0.25, 0.15, 0.60): "lonely alone melancholy longing 孤独 寂寞 忧郁 思念 惆怅",
    (0.35, 0.10, 0.55): "tired bored weary slow 疲倦 无聊 疲惫 缓慢",
    (0.30, 0.45, 0.95): "dark night black shadow sinister 黑暗 夜 夜晚 黑色 阴影 阴森",
    (0.70, 0.55, 0.05): "bright sunny light radiant shining summer 明亮 阳光 光明 灿烂 夏天",
    (0.45, 0.15, 0.45): "cold winter snow misty fog foggy frozen 寒冷 冬天 雪 雾 朦胧 冰冷",
    (0.45, 0.25, 0.55): "rain rainy grey cloudy 雨 下雨 灰色 多云 阴天",
    (0.60, 0.30, 0.40): "sea ocean water river moon moonlight stars 海 大海 水 河流 月光 月亮 星空",
    (0.65, 0.85, 0.40): "fast quick dancing dance racing 快 快速 跳舞 舞蹈 飞驰",
}  # fmt: skip
WORDS: dict[str, tuple[float, float, float]] = {
    word: place for place, words in _GROUPS.items() for word in words.split()
}
"""Valence, energy and darkness by word."""
STRONGER = _set("very extremely deeply really so utterly 很 非常 极 极其 十分 太 特别")
WEAKER = _set("slightly somewhat little bit rather 有点 稍微 略 略微 有些")
NOT = _set("not no without never hardly 不 没有 无 非 别")
PASSED_OVER = _set(
    "a an the and or but with of in on at to for by is as like it its this that yet then music "
    "song tune piece mood feeling something kind 的 和 与 又 而 且 但 一 首 曲 曲子 音乐 歌 像 地 "
    "得 了 是 在 之 也 感觉 心情 氛围 一首 一样"
)
"""Words that say nothing about a mood."""
