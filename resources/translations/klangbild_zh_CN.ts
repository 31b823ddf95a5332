<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The version details are on the clipboard.</source>
        <translation>版本信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>About Klangbild</source>
        <translation>关于 Klangbild</translation>
    </message>
    <message>
        <source>Klangbild {version}</source>
        <translation>Klangbild {version}</translation>
    </message>
    <message>
        <source>A studio where pictures and music are made together. Free, under the MIT licence.</source>
        <translation>图画与音乐一同诞生的工作室。自由软件，采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Keep this picture</source>
        <translation>保留这幅画</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Open or drop a photo first.</source>
        <translation>请先打开或拖入一张照片。</translation>
    </message>
    <message>
        <source>Paint {time} · {memory}</source>
        <translation>绘制 {time} · {memory}</translation>
    </message>
    <message>
        <source>Painted in {n} tiles, so that it fits into memory.</source>
        <translation>将分 {n} 块绘制，以免内存不足。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>乐曲</translation>
    </message>
    <message>
        <source>Klangbild projects</source>
        <translation>Klangbild 项目</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>未保存的内容</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>What is not saved is lost when you go on.</source>
        <translation>如果不保存，这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Showing the picture</source>
        <translation>正在显示图片</translation>
    </message>
    <message>
        <source>scale {number}/{count} · {size}</source>
        <translation>尺度 {number}/{count} · {size}</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>measuring the style</source>
        <translation>正在分析风格</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>正在绘制</translation>
    </message>
    <message>
        <source>painting the start</source>
        <translation>正在绘制起始图</translation>
    </message>
    <message>
        <source>smaller tiles</source>
        <translation>较小的分块</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{rate} it/s</source>
        <translation>{rate} 步/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Search everything…</source>
        <translation>全局搜索(&amp;S)…</translation>
    </message>
    <message>
        <source>Find any command or style</source>
        <translation>查找任意命令或风格</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整幅图片</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compare: next way</source>
        <translation>切换对比方式(&amp;C)</translation>
    </message>
    <message>
        <source>Off, split, side by side, hold</source>
        <translation>关闭、分割、并排、按住</translation>
    </message>
    <message>
        <source>S&amp;wap sides</source>
        <translation>交换两侧(&amp;W)</translation>
    </message>
    <message>
        <source>Photo and painting change sides</source>
        <translation>照片与画作互换位置</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;High contrast theme</source>
        <translation>高对比度主题(&amp;H)</translation>
    </message>
    <message>
        <source>Show or hide {title}</source>
        <translation>显示或隐藏“{title}”面板</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put all docks back in their places</source>
        <translation>让所有面板回到原位</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>Start an empty project with these settings</source>
        <translation>沿用当前设置，新建空白项目</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>No project yet</source>
        <translation>暂无项目</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>以其他名称保存项目</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the picture as PNG, JPEG, WebP or TIFF, with its recipe</source>
        <translation>将图片连同配方导出为 PNG、JPEG、WebP 或 TIFF</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Theme, language, names</source>
        <translation>主题、语言、命名</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit; a running painting goes on next time</source>
        <translation>退出；未完成的绘制下次继续</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Put the shown picture on the clipboard</source>
        <translation>将当前图片复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Use what is on the clipboard as the photo</source>
        <translation>将剪贴板中的内容用作照片</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>Any style at once: the picture follows your hand</source>
        <translation>任意风格，立刻呈现：画面随手而动</translation>
    </message>
    <message>
        <source>Styles it has learned, at once and in more detail; train your own</source>
        <translation>学过的风格，立刻呈现且更细致；可训练自己的风格</translation>
    </message>
    <message>
        <source>Patient and the most faithful: painted from broad strokes to fine</source>
        <translation>耐心而最忠实：由粗到细地绘制</translation>
    </message>
    <message>
        <source>Paint with {engine}</source>
        <translation>用{engine}绘制</translation>
    </message>
    <message>
        <source>&amp;Refine with Fine</source>
        <translation>用精细继续完善(&amp;R)</translation>
    </message>
    <message>
        <source>Let Fine go on from this picture</source>
        <translation>让精细引擎从这幅画继续</translation>
    </message>
    <message>
        <source>Nine &amp;strengths</source>
        <translation>九种强度(&amp;S)</translation>
    </message>
    <message>
        <source>Nine s&amp;tyles</source>
        <translation>九种风格(&amp;T)</translation>
    </message>
    <message>
        <source>Nine style si&amp;zes</source>
        <translation>九种笔触大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Paint nine strengths and lay them side by side</source>
        <translation>绘制九种强度并排列比较</translation>
    </message>
    <message>
        <source>Paint this style and the next eight, and lay them side by side</source>
        <translation>绘制此风格及其后八种并排列比较</translation>
    </message>
    <message>
        <source>Paint nine sizes of the strokes and lay them side by side</source>
        <translation>绘制九种笔触大小并排列比较</translation>
    </message>
    <message>
        <source>&amp;Teach Fast a style…</source>
        <translation>教快速引擎学一种风格(&amp;T)…</translation>
    </message>
    <message>
        <source>Train Fast on a picture of your own, or on a style that it has not learned yet</source>
        <translation>用你自己的图片，或快速引擎还没学过的风格来训练它</translation>
    </message>
    <message>
        <source>Open a photo, a song or a project</source>
        <translation>打开照片、乐曲或项目</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>绘制(&amp;P)</translation>
    </message>
    <message>
        <source>Paint the photo with these settings</source>
        <translation>用当前设置绘制照片</translation>
    </message>
    <message>
        <source>Pa&amp;use or resume</source>
        <translation>暂停或继续(&amp;U)</translation>
    </message>
    <message>
        <source>Hold the painting, or go on</source>
        <translation>暂停绘制，或继续</translation>
    </message>
    <message>
        <source>&amp;Cancel painting</source>
        <translation>取消绘制(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the painting and keep what there is</source>
        <translation>停止绘制，保留已完成的部分</translation>
    </message>
    <message>
        <source>New see&amp;d</source>
        <translation>更换种子(&amp;D)</translation>
    </message>
    <message>
        <source>Throw the dice</source>
        <translation>掷一次骰子</translation>
    </message>
    <message>
        <source>&amp;Make a style of a picture…</source>
        <translation>由图片制作风格(&amp;M)…</translation>
    </message>
    <message>
        <source>Your own picture becomes a style</source>
        <translation>把自己的图片变成一种风格</translation>
    </message>
    <message>
        <source>Paint &amp;several photos…</source>
        <translation>批量绘制照片(&amp;S)…</translation>
    </message>
    <message>
        <source>Paint many photos with these settings into a folder</source>
        <translation>用当前设置绘制多张照片，存入文件夹</translation>
    </message>
    <message>
        <source>Show the p&amp;hoto</source>
        <translation>显示照片(&amp;H)</translation>
    </message>
    <message>
        <source>Show the photo itself on the canvas</source>
        <translation>在画布上显示照片本身</translation>
    </message>
    <message>
        <source>Show the &amp;earlier result</source>
        <translation>显示上一个结果(&amp;E)</translation>
    </message>
    <message>
        <source>Show the &amp;later result</source>
        <translation>显示下一个结果(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Three things to try</source>
        <translation>三件事，试试看(&amp;T)</translation>
    </message>
    <message>
        <source>Show the sample picture and what can be done with it</source>
        <translation>显示示例图片，看看能做什么</translation>
    </message>
    <message>
        <source>&amp;Copy version details</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>Versions and device, for a bug report</source>
        <translation>版本与设备信息，用于报告问题</translation>
    </message>
    <message>
        <source>&amp;About Klangbild</source>
        <translation>关于 Klangbild(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Style &amp;brush</source>
        <translation>风格画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Paint which style goes where</source>
        <translation>画出哪里用哪种风格</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>擦除(&amp;E)</translation>
    </message>
    <message>
        <source>Erase what the brush painted; the right button does so too</source>
        <translation>擦除画笔涂过的地方；鼠标右键也可以</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>变小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>变大(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;tint</source>
        <translation>显示着色(&amp;T)</translation>
    </message>
    <message>
        <source>Show what is painted as a tint over the picture</source>
        <translation>在画面上以淡色显示涂过的地方</translation>
    </message>
    <message>
        <source>&amp;Clear the brush</source>
        <translation>清除画笔(&amp;C)</translation>
    </message>
    <message>
        <source>Take away everything that the brush painted</source>
        <translation>去掉画笔涂过的一切</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>即时</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>精细</translation>
    </message>
    <message>
        <source>Classic AdaIN</source>
        <translation>经典 AdaIN</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>M&amp;usic</source>
        <translation>音乐(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Play or hold</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play from the playhead, or hold there</source>
        <translation>从播放头开始播放，或停在那里</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop and go back to the start</source>
        <translation>停止并回到开头</translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation>回到开头(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the first bar; Home in the piano roll</source>
        <translation>回到第一小节；钢琴卷帘中按 Home</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>录音(&amp;R)</translation>
    </message>
    <message>
        <source>Record from a MIDI keyboard into the track that is edited</source>
        <translation>从 MIDI 键盘录入正在编辑的音轨</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Play the marked stretch again and again</source>
        <translation>反复播放标出的段落</translation>
    </message>
    <message>
        <source>Loop the s&amp;election</source>
        <translation>循环所选(&amp;E)</translation>
    </message>
    <message>
        <source>Loop the bars of the selected notes; L in the piano roll</source>
        <translation>循环所选音符所在的小节；钢琴卷帘中按 L</translation>
    </message>
    <message>
        <source>&amp;Metronome</source>
        <translation>节拍器(&amp;M)</translation>
    </message>
    <message>
        <source>Click with the beats</source>
        <translation>随拍点击</translation>
    </message>
    <message>
        <source>of the selected notes, or of all of the track</source>
        <translation>作用于所选音符，未选则作用于整条音轨</translation>
    </message>
    <message>
        <source>&amp;Quantise</source>
        <translation>量化(&amp;Q)</translation>
    </message>
    <message>
        <source>Draw to the grid; Q in the piano roll</source>
        <translation>吸附到网格；钢琴卷帘中按 Q</translation>
    </message>
    <message>
        <source>&amp;Humanise</source>
        <translation>人性化(&amp;H)</translation>
    </message>
    <message>
        <source>Scatter timing and velocity a little</source>
        <translation>让时值与力度略有起伏</translation>
    </message>
    <message>
        <source>Le&amp;gato</source>
        <translation>连奏(&amp;G)</translation>
    </message>
    <message>
        <source>Legato</source>
        <translation>连奏</translation>
    </message>
    <message>
        <source>Let every note last until the next</source>
        <translation>让每个音延续到下一个音</translation>
    </message>
    <message>
        <source>Spl&amp;it at the playhead</source>
        <translation>在播放头处切分(&amp;I)</translation>
    </message>
    <message>
        <source>Cut the notes in two</source>
        <translation>把音符切成两段</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>合并(&amp;J)</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Make one note of those of a pitch</source>
        <translation>把同音高的音符合为一个</translation>
    </message>
    <message>
        <source>In&amp;vert</source>
        <translation>倒影(&amp;V)</translation>
    </message>
    <message>
        <source>Turn upside down within the key</source>
        <translation>在调内上下翻转</translation>
    </message>
    <message>
        <source>Retr&amp;ograde</source>
        <translation>逆行(&amp;O)</translation>
    </message>
    <message>
        <source>Retrograde</source>
        <translation>逆行</translation>
    </message>
    <message>
        <source>Play backwards</source>
        <translation>倒着演奏</translation>
    </message>
    <message>
        <source>Transpose &amp;up in the key</source>
        <translation>调内上移(&amp;U)</translation>
    </message>
    <message>
        <source>Transpose &amp;down in the key</source>
        <translation>调内下移(&amp;D)</translation>
    </message>
    <message>
        <source>A step of the scale, {which}</source>
        <translation>一个音阶级，{which}</translation>
    </message>
    <message>
        <source>Loc&amp;k or free</source>
        <translation>锁定或解锁(&amp;K)</translation>
    </message>
    <message>
        <source>Locked notes are never changed by a network</source>
        <translation>锁定的音符不会被网络改动</translation>
    </message>
    <message>
        <source>&amp;New track</source>
        <translation>新建音轨(&amp;N)</translation>
    </message>
    <message>
        <source>Add a track below the others</source>
        <translation>在其他音轨下方添加一条</translation>
    </message>
    <message>
        <source>Mute the tra&amp;ck</source>
        <translation>静音此音轨(&amp;C)</translation>
    </message>
    <message>
        <source>Silence the track that is edited; M in the piano roll</source>
        <translation>让正在编辑的音轨静音；钢琴卷帘中按 M</translation>
    </message>
    <message>
        <source>Solo the trac&amp;k</source>
        <translation>独奏此音轨(&amp;K)</translation>
    </message>
    <message>
        <source>Hear only the track that is edited; S in the piano roll</source>
        <translation>只听正在编辑的音轨；钢琴卷帘中按 S</translation>
    </message>
    <message>
        <source>Open a son&amp;g…</source>
        <translation>打开乐曲(&amp;G)…</translation>
    </message>
    <message>
        <source>Open MIDI, MusicXML, kern or ABC as the song of the project</source>
        <translation>打开 MIDI、MusicXML、kern 或 ABC，作为项目的乐曲</translation>
    </message>
    <message>
        <source>Sample tunes</source>
        <translation>示例乐曲</translation>
    </message>
    <message>
        <source>E&amp;xport the song…</source>
        <translation>导出乐曲(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the song as MIDI, MusicXML, WAV, FLAC or OGG, with its recipe</source>
        <translation>把乐曲写成 MIDI、MusicXML、WAV、FLAC 或 OGG，并附上配方</translation>
    </message>
    <message>
        <source>Sound settin&amp;gs…</source>
        <translation>声音设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Soundfont, device, rate and buffer</source>
        <translation>音色库、设备、采样率与缓冲</translation>
    </message>
    <message>
        <source>by zoom</source>
        <translation>随缩放</translation>
    </message>
    <message>
        <source>This track holds drums; choose the track of a melody.</source>
        <translation>这条音轨是鼓；请选择旋律所在的音轨。</translation>
    </message>
    <message>
        <source>“{track}” has no notes yet; draw some or generate them.</source>
        <translation>“{track}”里还没有音符；请画一些或生成。</translation>
    </message>
    <message>
        <source>There are no notes in these bars of the track.</source>
        <translation>音轨的这些小节里没有音符。</translation>
    </message>
    <message>
        <source>Select the notes to write anew, or loop the bars.</source>
        <translation>请选择要重写的音符，或循环这些小节。</translation>
    </message>
    <message>
        <source>Track {n}</source>
        <translation>音轨 {n}</translation>
    </message>
    <message>
        <source>Bar {bar} of {track}</source>
        <translation>{track}第 {bar} 小节</translation>
    </message>
    <message>
        <source>Bars {first}–{last} of {track}</source>
        <translation>{track}第 {first}–{last} 小节</translation>
    </message>
    <message>
        <source>Piano roll, {name}, {count} notes</source>
        <translation>钢琴卷帘，{name}，{count} 个音符</translation>
    </message>
    <message>
        <source>Arrows move the cursor or the selected notes, Enter writes, Control and left or right walk from note to note.</source>
        <translation>方向键移动光标或所选音符，回车写入，Ctrl 加左右键在音符间行走。</translation>
    </message>
    <message>
        <source>{count} notes selected</source>
        <translation>已选 {count} 个音符</translation>
    </message>
    <message>
        <source>Draw a note</source>
        <translation>绘制音符</translation>
    </message>
    <message>
        <source>Copy notes</source>
        <translation>复制音符</translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>移动音符</translation>
    </message>
    <message>
        <source>Resize notes</source>
        <translation>调整音符长度</translation>
    </message>
    <message>
        <source>Erase notes</source>
        <translation>擦除音符</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>暖度</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>Variety of colours</source>
        <translation>色彩丰富度</translation>
    </message>
    <message>
        <source>Fine texture</source>
        <translation>细纹理</translation>
    </message>
    <message>
        <source>Coarse texture</source>
        <translation>粗纹理</translation>
    </message>
    <message>
        <source>Upright edges</source>
        <translation>竖直边缘</translation>
    </message>
    <message>
        <source>Slanting edges</source>
        <translation>斜向边缘</translation>
    </message>
    <message>
        <source>Order of the edges</source>
        <translation>边缘的秩序</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>Light from above</source>
        <translation>上方来光</translation>
    </message>
    <message>
        <source>Gladness</source>
        <translation>欢喜</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>活力</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明亮</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>调式</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>调</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Metre</source>
        <translation>拍号</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>音区</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Leaps</source>
        <translation>跳进</translation>
    </message>
    <message>
        <source>Chords</source>
        <translation>和弦</translation>
    </message>
    <message>
        <source>Accompaniment</source>
        <translation>伴奏</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>乐器</translation>
    </message>
    <message>
        <source>Drums</source>
        <translation>鼓</translation>
    </message>
    <message>
        <source>From dark to bright scales</source>
        <translation>由暗到亮的音阶</translation>
    </message>
    <message>
        <source>From flats to sharps</source>
        <translation>由降号到升号</translation>
    </message>
    <message>
        <source>From slow to fast</source>
        <translation>由慢到快</translation>
    </message>
    <message>
        <source>4/4, then 3/4, then 6/8</source>
        <translation>4/4，然后 3/4，然后 6/8</translation>
    </message>
    <message>
        <source>From low to high</source>
        <translation>由低到高</translation>
    </message>
    <message>
        <source>From few notes in a bar to many</source>
        <translation>每小节由疏到密</translation>
    </message>
    <message>
        <source>From small steps to wide leaps</source>
        <translation>由级进到大跳</translation>
    </message>
    <message>
        <source>From sad to glad</source>
        <translation>由悲到喜</translation>
    </message>
    <message>
        <source>From held chords to restless ones</source>
        <translation>由长和弦到不安的节奏</translation>
    </message>
    <message>
        <source>From cool and clear to warm and full</source>
        <translation>由清冷到温暖饱满</translation>
    </message>
    <message>
        <source>From none to driving ones</source>
        <translation>由无到强劲</translation>
    </message>
    <message>
        <source>{tempo} bpm</source>
        <translation>每分钟 {tempo} 拍</translation>
    </message>
    <message>
        <source>{fewest} – {most} a bar</source>
        <translation>每小节 {fewest} – {most}</translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation>至多 {count}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>held</source>
        <translation>长音</translation>
    </message>
    <message>
        <source>in blocks</source>
        <translation>柱式</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>Alberti</source>
        <translation>阿尔贝蒂</translation>
    </message>
    <message>
        <source>{letter} sharp {octave}</source>
        <translation>升 {letter} {octave}</translation>
    </message>
    <message>
        <source>{letter} flat {octave}</source>
        <translation>降 {letter} {octave}</translation>
    </message>
    <message>
        <source>dotted {length}</source>
        <translation>附点{length}</translation>
    </message>
    <message>
        <source>{length} triplet</source>
        <translation>{length}三连音</translation>
    </message>
    <message>
        <source>{count} quarters</source>
        <translation>{count} 个四分音符</translation>
    </message>
    <message>
        <source>bar {bar} beat {beat} tick {tick}</source>
        <translation>第 {bar} 小节第 {beat} 拍 {tick} 点</translation>
    </message>
    <message>
        <source>bar {bar} beat {beat}</source>
        <translation>第 {bar} 小节第 {beat} 拍</translation>
    </message>
    <message>
        <source>{pitch}, {place}, {length}, velocity {velocity}</source>
        <translation>{pitch}，{place}，{length}，力度 {velocity}</translation>
    </message>
    <message>
        <source>{note}, locked</source>
        <translation>{note}，已锁定</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>全音符</translation>
    </message>
    <message>
        <source>half</source>
        <translation>二分音符</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>四分音符</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>八分音符</translation>
    </message>
    <message>
        <source>sixteenth</source>
        <translation>十六分音符</translation>
    </message>
    <message>
        <source>thirty-second</source>
        <translation>三十二分音符</translation>
    </message>
    <message>
        <source>sixty-fourth</source>
        <translation>六十四分音符</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Compose</source>
        <translation>作曲(&amp;C)</translation>
    </message>
    <message>
        <source>Compose p&amp;anel</source>
        <translation>作曲面板(&amp;A)</translation>
    </message>
    <message>
        <source>Show the Compose panel</source>
        <translation>显示作曲面板</translation>
    </message>
    <message>
        <source>Compose or &amp;stop</source>
        <translation>作曲或停止(&amp;S)</translation>
    </message>
    <message>
        <source>Write what the Compose panel asks for, or stop writing</source>
        <translation>按作曲面板的要求写，或停止</translation>
    </message>
    <message>
        <source>Compose a&amp;gain</source>
        <translation>再作一次(&amp;G)</translation>
    </message>
    <message>
        <source>The same with a new seed</source>
        <translation>换一个种子再来</translation>
    </message>
    <message>
        <source>&amp;Train on my tunes…</source>
        <translation>用我的曲子训练(&amp;T)…</translation>
    </message>
    <message>
        <source>Let a copy of a model learn a folder of your own tunes</source>
        <translation>让模型的副本学习您自己的一文件夹曲子</translation>
    </message>
    <message>
        <source>Ea&amp;rlier compositions</source>
        <translation>之前的作品(&amp;R)</translation>
    </message>
    <message>
        <source>Hear {name}</source>
        <translation>试听{name}</translation>
    </message>
    <message>
        <source>Show and play {name} in the marked bars</source>
        <translation>在标出的小节里显示并播放{name}</translation>
    </message>
    <message>
        <source>&amp;Keep the variation</source>
        <translation>保留此变体(&amp;K)</translation>
    </message>
    <message>
        <source>Take all bars of the variation that is shown into the song</source>
        <translation>把所示变体的全部小节放进乐曲</translation>
    </message>
    <message>
        <source>&amp;Put the variations away</source>
        <translation>收起变体(&amp;P)</translation>
    </message>
    <message>
        <source>They can be called back as earlier compositions; Escape in the Compose panel</source>
        <translation>可从“之前的作品”找回；作曲面板中按 Esc</translation>
    </message>
    <message>
        <source>The range ends below its beginning; swap the two notes.</source>
        <translation>音域的终点低于起点；请对调两个音。</translation>
    </message>
    <message>
        <source>The bars are to have fewer notes at most than at least; swap them.</source>
        <translation>每小节的最多音数小于最少音数；请对调。</translation>
    </message>
    <message>
        <source>Select the notes whose rhythm is to be kept, or leave it free.</source>
        <translation>请选择要保持其节奏的音符，或不锁节奏。</translation>
    </message>
    <message>
        <source>The chord lane begins with a repeat; begin it with a chord.</source>
        <translation>和弦轨以反复记号开头；请先写一个和弦。</translation>
    </message>
    <message>
        <source>block chords</source>
        <translation>柱式和弦</translation>
    </message>
    <message>
        <source>broken chords</source>
        <translation>分解和弦</translation>
    </message>
    <message>
        <source>Alberti bass</source>
        <translation>阿尔贝蒂低音</translation>
    </message>
    <message>
        <source>waltz</source>
        <translation>圆舞曲</translation>
    </message>
    <message>
        <source>off the beat</source>
        <translation>反拍</translation>
    </message>
    <message>
        <source>held chords</source>
        <translation>长和弦</translation>
    </message>
    <message>
        <source>rock</source>
        <translation>摇滚</translation>
    </message>
    <message>
        <source>hard rock</source>
        <translation>硬摇滚</translation>
    </message>
    <message>
        <source>pop</source>
        <translation>流行</translation>
    </message>
    <message>
        <source>ballad</source>
        <translation>抒情</translation>
    </message>
    <message>
        <source>funk</source>
        <translation>放克</translation>
    </message>
    <message>
        <source>soul</source>
        <translation>灵魂乐</translation>
    </message>
    <message>
        <source>disco</source>
        <translation>迪斯科</translation>
    </message>
    <message>
        <source>reggae</source>
        <translation>雷鬼</translation>
    </message>
    <message>
        <source>ska</source>
        <translation>斯卡</translation>
    </message>
    <message>
        <source>bossa nova</source>
        <translation>巴萨诺瓦</translation>
    </message>
    <message>
        <source>samba</source>
        <translation>桑巴</translation>
    </message>
    <message>
        <source>cha-cha</source>
        <translation>恰恰</translation>
    </message>
    <message>
        <source>swing</source>
        <translation>摇摆</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>摇摆三连</translation>
    </message>
    <message>
        <source>blues</source>
        <translation>布鲁斯</translation>
    </message>
    <message>
        <source>march</source>
        <translation>进行曲</translation>
    </message>
    <message>
        <source>major</source>
        <translation>大调</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>小调</translation>
    </message>
    <message>
        <source>harmonic minor</source>
        <translation>和声小调</translation>
    </message>
    <message>
        <source>melodic minor</source>
        <translation>旋律小调</translation>
    </message>
    <message>
        <source>dorian</source>
        <translation>多利亚</translation>
    </message>
    <message>
        <source>phrygian</source>
        <translation>弗里几亚</translation>
    </message>
    <message>
        <source>lydian</source>
        <translation>利底亚</translation>
    </message>
    <message>
        <source>mixolydian</source>
        <translation>混合利底亚</translation>
    </message>
    <message>
        <source>locrian</source>
        <translation>洛克里亚</translation>
    </message>
    <message>
        <source>major pentatonic</source>
        <translation>大调五声</translation>
    </message>
    <message>
        <source>minor pentatonic</source>
        <translation>小调五声</translation>
    </message>
    <message>
        <source>whole tone</source>
        <translation>全音阶</translation>
    </message>
    <message>
        <source>chromatic</source>
        <translation>半音阶</translation>
    </message>
    <message>
        <source>Nothing has been composed yet</source>
        <translation>还没有作过曲</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变奏</translation>
    </message>
    <message>
        <source>Harmonise</source>
        <translation>配和声</translation>
    </message>
    <message>
        <source>Accompany</source>
        <translation>伴奏</translation>
    </message>
    <message>
        <source>Write a new melody into the marked bars, or from the playhead on</source>
        <translation>在标出的小节里或从播放头起写新旋律</translation>
    </message>
    <message>
        <source>Go on after the last note of the track</source>
        <translation>从音轨最后一个音之后继续</translation>
    </message>
    <message>
        <source>Write the selected notes anew; locked notes never move</source>
        <translation>重写所选音符；锁定的音绝不移动</translation>
    </message>
    <message>
        <source>Change some of the melody and keep the rest</source>
        <translation>改动旋律的一部分，其余保留</translation>
    </message>
    <message>
        <source>Find chords for the melody and play them on a new track</source>
        <translation>为旋律找和弦，在新音轨上演奏</translation>
    </message>
    <message>
        <source>Write piano, bass or drums under the melody</source>
        <translation>在旋律下写钢琴、贝斯或鼓</translation>
    </message>
    <message>
        <source>Melody network</source>
        <translation>旋律网络</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>作曲网络</translation>
    </message>
    <message>
        <source>My model “{name}”</source>
        <translation>我的模型“{name}”</translation>
    </message>
    <message>
        <source>{n} variations</source>
        <translation>{n} 个变体</translation>
    </message>
    <message>
        <source>Tunes: {tunes}, notes: {notes}.</source>
        <translation>曲子：{tunes}，音符：{notes}。</translation>
    </message>
    <message>
        <source>Of {files} files, {read} from all over the folder were read.</source>
        <translation>{files} 个文件中，从整个文件夹里读取了 {read} 个。</translation>
    </message>
    <message>
        <source>Files left out: {count}. {first}</source>
        <translation>略过的文件：{count}。{first}</translation>
    </message>
    <message>
        <source>That is little: with fewer than {count} tunes it may only learn to repeat them.</source>
        <translation>太少了：少于 {count} 首时，它可能只学会重复。</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>{now} nats, {before} before</source>
        <translation>{now} 纳特，之前 {before}</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>{name} foresees your tunes better: {before} nats before, {after} now.</source>
        <translation>{name}更能预料您的曲子：之前 {before} 纳特，现在 {after}。</translation>
    </message>
    <message>
        <source>{name} foresees your tunes no better: {before} nats before, {after} now.</source>
        <translation>{name}并未更能预料您的曲子：之前 {before} 纳特，现在 {after}。</translation>
    </message>
    <message>
        <source>In {tunes} tunes of {bars} bars that it wrote, the longest run that is in yours too is {longest} bars; usually it is {usual}.</source>
        <translation>在它写的 {tunes} 首 {bars} 小节的曲子里，与您的曲子相同的最长片段为 {longest} 小节；通常为 {usual} 小节。</translation>
    </message>
    <message>
        <source>It repeats your tunes; add more of them.</source>
        <translation>它在重复您的曲子；请再多加一些。</translation>
    </message>
    <message>
        <source>looking for tunes</source>
        <translation>正在找曲子</translation>
    </message>
    <message>
        <source>reading the tunes</source>
        <translation>正在读曲子</translation>
    </message>
    <message>
        <source>{count} pictures so far …</source>
        <translation>目前 {count} 张图片…</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>looked at {looked} of {wanted} …</source>
        <translation>已查看 {wanted} 张中的 {looked} 张…</translation>
    </message>
    <message>
        <source>the {looked} looked at can be read</source>
        <translation>查看过的 {looked} 张都可读取</translation>
    </message>
    <message>
        <source>of {looked} looked at, {bad} cannot be read</source>
        <translation>查看过的 {looked} 张中有 {bad} 张无法读取</translation>
    </message>
    <message>
        <source>{bad} cannot be read and will be left out</source>
        <translation>{bad} 张无法读取，将略过</translation>
    </message>
    <message>
        <source>all can be read</source>
        <translation>全部可读取</translation>
    </message>
    <message>
        <source>A generator wants {enough} pictures and more; with {count} the autoencoder is the better choice.</source>
        <translation>生成器需要 {enough} 张以上的图片；只有 {count} 张时自编码器更合适。</translation>
    </message>
    <message>
        <source>{count} pictures can be learned, but most of what comes of it will look like one of them; {enough} and more of one kind are better. The network is made small, so that it does not learn them by heart.</source>
        <translation>{count} 张图片可以学习，但结果多半会像其中某一张；同类图片 {enough} 张以上更好。网络会做得小一些，以免死记硬背。</translation>
    </message>
    <message>
        <source>{count} pictures are enough; from {good} of one kind the in-between is best.</source>
        <translation>{count} 张图片足够了；同类图片达 {good} 张时过渡最好。</translation>
    </message>
    <message>
        <source>{count} pictures are plenty.</source>
        <translation>{count} 张图片绰绰有余。</translation>
    </message>
    <message>
        <source>{count} pictures are more than can be learned in the time: {most} of them, drawn by chance, are taken.</source>
        <translation>{count} 张图片在此时间内学不完：随机取其中 {most} 张。</translation>
    </message>
    <message>
        <source>about {time}, {steps} steps</source>
        <translation>约 {time}，{steps} 步</translation>
    </message>
    <message>
        <source>as measured here</source>
        <translation>在本机测得</translation>
    </message>
    <message>
        <source>by a typical computer</source>
        <translation>按一般电脑估计</translation>
    </message>
    <message>
        <source>pictures become clear from about {clear}</source>
        <translation>约 {clear} 步起图片变清晰</translation>
    </message>
    <message>
        <source>step {done} of {total}</source>
        <translation>第 {done} 步，共 {total} 步</translation>
    </message>
    <message>
        <source>unseen pictures come back at {psnr} dB</source>
        <translation>未见过的图片重现为 {psnr} dB</translation>
    </message>
    <message>
        <source>as different from one another as {share} of yours</source>
        <translation>彼此差异为您图片的 {share}</translation>
    </message>
    <message>
        <source>{name} has learned your pictures in {steps} steps; it is chosen in Explore.</source>
        <translation>{name}用 {steps} 步学会了您的图片；已在“探索”中选定。</translation>
    </message>
    <message>
        <source>Left out, since they cannot be read: {names}.</source>
        <translation>因无法读取而略过：{names}。</translation>
    </message>
    <message>
        <source>What it makes is close to single pictures of yours; add more of them.</source>
        <translation>它所作与您的个别图片很接近；请再多加一些。</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>looking for copies</source>
        <translation>正在查重</translation>
    </message>
    <message>
        <source>Ex&amp;plore</source>
        <translation>探索(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Explore panel</source>
        <translation>探索面板(&amp;E)</translation>
    </message>
    <message>
        <source>Walk through what a network dreams</source>
        <translation>漫游网络的梦境</translation>
    </message>
    <message>
        <source>Another &amp;dream</source>
        <translation>另一个梦(&amp;D)</translation>
    </message>
    <message>
        <source>Go to a seed by chance</source>
        <translation>随机前往一个种子</translation>
    </message>
    <message>
        <source>&amp;Find a picture…</source>
        <translation>查找图片(&amp;F)…</translation>
    </message>
    <message>
        <source>Find where a picture lies in the space</source>
        <translation>查找图片在空间中的位置</translation>
    </message>
    <message>
        <source>Find the &amp;open photo</source>
        <translation>查找打开的照片(&amp;O)</translation>
    </message>
    <message>
        <source>Look for the photo of this project in the space</source>
        <translation>在空间中查找此项目的照片</translation>
    </message>
    <message>
        <source>&amp;Keep the dream</source>
        <translation>保留此梦(&amp;K)</translation>
    </message>
    <message>
        <source>Put the dream into the history</source>
        <translation>把此梦放进历史</translation>
    </message>
    <message>
        <source>&amp;Paint the dream</source>
        <translation>绘制此梦(&amp;P)</translation>
    </message>
    <message>
        <source>Let the dream be the photo that styles work on</source>
        <translation>让此梦成为风格所绘的照片</translation>
    </message>
    <message>
        <source>&amp;Leave the space</source>
        <translation>离开空间(&amp;L)</translation>
    </message>
    <message>
        <source>Show the picture of the project again; Escape in the Explore panel</source>
        <translation>重新显示项目的图片；探索面板中按 Esc</translation>
    </message>
    <message>
        <source>&amp;Train on my pictures…</source>
        <translation>用我的图片训练(&amp;T)…</translation>
    </message>
    <message>
        <source>Let a network learn a folder of your own pictures</source>
        <translation>让网络学习您自己的一文件夹图片</translation>
    </message>
    <message>
        <source>Drop a picture to find it</source>
        <translation>拖入图片以查找</translation>
    </message>
    <message>
        <source>Picture to find: {name}</source>
        <translation>要查找的图片：{name}</translation>
    </message>
    <message>
        <source>Find where a picture lies in this space: click, or drop one here</source>
        <translation>查找图片在此空间中的位置：单击，或拖到这里</translation>
    </message>
    <message>
        <source>Find a picture</source>
        <translation>查找图片</translation>
    </message>
    <message>
        <source>Find the open photo</source>
        <translation>查找打开的照片</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>Bars {first}–{last} of a new track</source>
        <translation>新音轨第 {first}–{last} 小节</translation>
    </message>
    <message>
        <source>Melody</source>
        <translation>旋律</translation>
    </message>
    <message>
        <source>Faces from scrolls</source>
        <translation>绘卷中的面孔</translation>
    </message>
    <message>
        <source>Painted landscapes</source>
        <translation>风景画</translation>
    </message>
    <message>
        <source>Faces by DCGAN</source>
        <translation>面孔（DCGAN）</translation>
    </message>
    <message>
        <source>Faces by WGAN-GP</source>
        <translation>面孔（WGAN-GP）</translation>
    </message>
    <message>
        <source>Melodies of 2 bars</source>
        <translation>2 小节旋律</translation>
    </message>
    <message>
        <source>Melodies of 16 bars</source>
        <translation>16 小节旋律</translation>
    </message>
    <message>
        <source>{model} · a place of its own</source>
        <translation>{model} · 独立的位置</translation>
    </message>
    <message>
        <source>{model} · seed {seed}</source>
        <translation>{model} · 种子 {seed}</translation>
    </message>
    <message>
        <source>learned from, dB</source>
        <translation>学习所用，dB</translation>
    </message>
    <message>
        <source>kept back, dB</source>
        <translation>留出，dB</translation>
    </message>
    <message>
        <source>said of a picture, nats</source>
        <translation>每张图片的信息，纳特</translation>
    </message>
    <message>
        <source>loss of the generator</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <source>loss of the critic</source>
        <translation>评判器损失</translation>
    </message>
    <message>
        <source>slope of the critic</source>
        <translation>评判器斜率</translation>
    </message>
    <message>
        <source>difference, yours is 1</source>
        <translation>差异，您的为 1</translation>
    </message>
    <message>
        <source>Explore {name}</source>
        <translation>探索{name}</translation>
    </message>
    <message>
        <source>What is learned by now</source>
        <translation>目前所学</translation>
    </message>
</context>
<context>
    <name>Advanced</name>
    <message>
        <source>Studio</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Our own: small, quick, always here</source>
        <translation>自带网络：小巧、快速、随时可用</translation>
    </message>
    <message>
        <source>The classic: large and patient, fetched once</source>
        <translation>经典网络：体积大、速度慢，只需下载一次</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Change the network</source>
        <translation>更改网络</translation>
    </message>
    <message>
        <source>Content weight</source>
        <translation>内容权重</translation>
    </message>
    <message>
        <source>Style weight</source>
        <translation>风格权重</translation>
    </message>
    <message>
        <source>Classic AdaIN</source>
        <translation>经典 AdaIN</translation>
    </message>
    <message>
        <source>Match only mean and deviation of the features, as in the paper of 2017</source>
        <translation>只匹配特征的均值与标准差，如 2017 年的论文</translation>
    </message>
    <message>
        <source>Change the engine</source>
        <translation>更改引擎</translation>
    </message>
    <message>
        <source>from Strength</source>
        <translation>由强度决定</translation>
    </message>
    <message>
        <source>A number; empty: Strength decides</source>
        <translation>输入数值；留空则由强度决定</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>更改{name}</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Keeping a copy for recovery</source>
        <translation>正在保存恢复副本</translation>
    </message>
    <message>
        <source>There was no unsaved work.</source>
        <translation>没有未保存的内容。</translation>
    </message>
    <message>
        <source>Your work is kept and will be offered when the studio starts again.</source>
        <translation>您的作品已保留，下次启动时可以恢复。</translation>
    </message>
    <message>
        <source>Tidying up</source>
        <translation>正在清理</translation>
    </message>
    <message>
        <source>Looking for lost work</source>
        <translation>正在查找丢失的作品</translation>
    </message>
    <message>
        <source>The studio did not end well: {name} of {when} can be restored.</source>
        <translation>上次程序意外退出：可以恢复 {when} 的“{name}”。</translation>
    </message>
    <message>
        <source>{name} was left by a crash but is damaged: {problem}</source>
        <translation>“{name}”是崩溃后留下的，但已损坏：{problem}</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{name} is back; save it to keep it.</source>
        <translation>“{name}”已恢复；请保存，以免丢失。</translation>
    </message>
    <message>
        <source>Restoring {name}</source>
        <translation>正在恢复“{name}”</translation>
    </message>
    <message>
        <source>Discarding {name}</source>
        <translation>正在丢弃“{name}”</translation>
    </message>
</context>
<context>
    <name>BandBox</name>
    <message>
        <source>Piano</source>
        <translation>钢琴</translation>
    </message>
    <message>
        <source>Bass</source>
        <translation>贝斯</translation>
    </message>
    <message>
        <source>Drums</source>
        <translation>鼓</translation>
    </message>
    <message>
        <source>Write a part for {name} under the melody</source>
        <translation>在旋律下写{name}声部</translation>
    </message>
    <message>
        <source>as it suits</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>织体</translation>
    </message>
    <message>
        <source>How the chords are played</source>
        <translation>和弦的演奏方式</translation>
    </message>
    <message>
        <source>Change the pattern</source>
        <translation>更改织体</translation>
    </message>
    <message>
        <source>as tempo and metre suggest</source>
        <translation>依速度与拍号</translation>
    </message>
    <message>
        <source>Drum style</source>
        <translation>鼓的风格</translation>
    </message>
    <message>
        <source>What the drums play</source>
        <translation>鼓演奏什么</translation>
    </message>
    <message>
        <source>Change the drum style</source>
        <translation>更改鼓的风格</translation>
    </message>
    <message>
        <source>as the network writes</source>
        <translation>由网络来写</translation>
    </message>
    <message>
        <source>Change who accompanies</source>
        <translation>更改伴奏声部</translation>
    </message>
</context>
<context>
    <name>BarStrip</name>
    <message>
        <source>Bars</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Take bar {bar} of {name} into the song</source>
        <translation>把{name}的第 {bar} 小节放进乐曲</translation>
    </message>
    <message>
        <source>Choose a variation to take bar {bar} of it</source>
        <translation>请选择变体，以取用其第 {bar} 小节</translation>
    </message>
</context>
<context>
    <name>Basics</name>
    <message>
        <source>Which network writes; your own models stand below those of the studio</source>
        <translation>由哪个网络来写；您自己的模型列在自带模型之下</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>更改模型</translation>
    </message>
    <message>
        <source>Train on my tunes…</source>
        <translation>用我的曲子训练…</translation>
    </message>
    <message>
        <source>Let a copy of a model learn a folder of your own tunes</source>
        <translation>让模型的副本学习您自己的一文件夹曲子</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>How many answers to choose from, 1 to 8</source>
        <translation>供挑选的答案数，1 至 8</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed writes the same notes again</source>
        <translation>相同种子写出相同的音</translation>
    </message>
    <message>
        <source>Throw the dice for a new seed</source>
        <translation>掷骰子换新种子</translation>
    </message>
    <message>
        <source>A new seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How daring: low keeps to the likely notes, high surprises</source>
        <translation>大胆程度：低则守常，高则出奇</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>How much of the melody a variation changes</source>
        <translation>变体改动旋律的多少</translation>
    </message>
    <message>
        <source>Throw a new seed</source>
        <translation>掷一个新种子</translation>
    </message>
    <message>
        <source>How many bars are written, 1 to {n}</source>
        <translation>写多少小节，1 至 {n}</translation>
    </message>
    <message>
        <source>The selection or the loop says which bars are written</source>
        <translation>所选或循环决定写哪些小节</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>更改{name}</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>{n} painted photos were written.</source>
        <translation>已绘制并写入 {n} 张照片。</translation>
    </message>
</context>
<context>
    <name>Books</name>
    <message>
        <source>Forget a direction</source>
        <translation>忘掉方向</translation>
    </message>
    <message>
        <source>The directions are in {name}.</source>
        <translation>方向已存入 {name}。</translation>
    </message>
    <message>
        <source>Writing the directions</source>
        <translation>写入方向</translation>
    </message>
    <message>
        <source>Reading the directions</source>
        <translation>读取方向</translation>
    </message>
    <message>
        <source>Keeping the directions</source>
        <translation>保存方向</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Style brush</source>
        <translation>风格画笔</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>[ and ], Ctrl+wheel</source>
        <translation>[ 和 ]，Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬度</translation>
    </message>
    <message>
        <source>How sharp the edge is</source>
        <translation>边缘有多锐利</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>How much a stroke lays on</source>
        <translation>一笔涂上多少</translation>
    </message>
    <message>
        <source>Paint with {title}</source>
        <translation>用{title}涂抹</translation>
    </message>
</context>
<context>
    <name>Brushing</name>
    <message>
        <source>Open a photo first: the brush paints on it.</source>
        <translation>请先打开一张照片：画笔要画在它上面。</translation>
    </message>
    <message>
        <source>Clear the brush</source>
        <translation>清除画笔</translation>
    </message>
    <message>
        <source>Keep as photo</source>
        <translation>保留照片</translation>
    </message>
    <message>
        <source>Erase with the brush</source>
        <translation>用画笔擦除</translation>
    </message>
    <message>
        <source>Brush the photo back</source>
        <translation>用画笔恢复照片</translation>
    </message>
    <message>
        <source>Brush {title}</source>
        <translation>用画笔涂{title}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>将照片拖到这里</translation>
    </message>
    <message>
        <source>or click to open one. A folder, a project or a finished picture work too.</source>
        <translation>或点击打开。文件夹、项目、完成的图片也可以。</translation>
    </message>
    <message>
        <source>Empty. Drop a photo here, or press Enter to open one.</source>
        <translation>空白。将照片拖到这里，或按 Enter 键打开。</translation>
    </message>
    <message>
        <source>{left} and {right}, split</source>
        <translation>{left}与{right}，分割对比</translation>
    </message>
    <message>
        <source>{left} and {right}, side by side</source>
        <translation>{left}与{right}，并排对比</translation>
    </message>
    <message>
        <source>{right}; hold Enter to see {left}</source>
        <translation>{right}；按住 Enter 键查看{left}</translation>
    </message>
    <message>
        <source>{width} by {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>CanvasBar</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Zoom (wheel over the picture, + and −)</source>
        <translation>缩放（在图片上滚动滚轮，或按 + 和 −）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Fit the window (Ctrl+0)</source>
        <translation>适合窗口 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Swap the sides (C)</source>
        <translation>交换两侧 (C)</translation>
    </message>
    <message>
        <source>Result alone (M)</source>
        <translation>仅显示结果 (M)</translation>
    </message>
    <message>
        <source>Compare: split (M)</source>
        <translation>对比：分割 (M)</translation>
    </message>
    <message>
        <source>Compare: side by side (M)</source>
        <translation>对比：并排 (M)</translation>
    </message>
    <message>
        <source>Compare: hold the picture to see the photo (M)</source>
        <translation>对比：按住图片查看照片 (M)</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Zoom, {text}</source>
        <translation>缩放，{text}</translation>
    </message>
</context>
<context>
    <name>CanvasStrip</name>
    <message>
        <source>Do not compare</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Compare with a split slider</source>
        <translation>分割线对比</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Compare by holding the mouse button</source>
        <translation>按住鼠标对比</translation>
    </message>
    <message>
        <source>M: next way</source>
        <translation>M：切换方式</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Zoom: choose a size, or turn the wheel on the picture</source>
        <translation>缩放：选择比例，或在图片上滚动滚轮</translation>
    </message>
    <message>
        <source>Zoom {zoom}</source>
        <translation>缩放 {zoom}</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>the song as it is</source>
        <translation>乐曲原样</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>尚未写出</translation>
    </message>
    <message>
        <source>{n} notes, seed {seed}</source>
        <translation>{n} 个音，种子 {seed}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search commands, styles, projects …</source>
        <translation>搜索命令、风格、项目…</translation>
    </message>
    <message>
        <source>Search commands, styles and projects</source>
        <translation>搜索命令、风格和项目</translation>
    </message>
    <message>
        <source>Found commands</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>ComposeButton</name>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Compose again with a new seed  (Ctrl+Alt+G)</source>
        <translation>用新种子再作一次（Ctrl+Alt+G）</translation>
    </message>
    <message>
        <source>Earlier compositions</source>
        <translation>之前的作品</translation>
    </message>
    <message>
        <source>Call back what was composed before</source>
        <translation>找回之前写出的内容</translation>
    </message>
</context>
<context>
    <name>ComposeJobs</name>
    <message>
        <source>Composing</source>
        <translation>正在作曲</translation>
    </message>
</context>
<context>
    <name>ComposePanel</name>
    <message>
        <source>Compose</source>
        <translation>作曲</translation>
    </message>
    <message>
        <source>Choose {verb}</source>
        <translation>选择{verb}</translation>
    </message>
</context>
<context>
    <name>Composing</name>
    <message>
        <source>Throw a new seed</source>
        <translation>掷一个新种子</translation>
    </message>
    <message>
        <source>There is no network that writes music; install anew.</source>
        <translation>没有会写音乐的网络；请重新安装。</translation>
    </message>
    <message>
        <source>Stop · composing {name} …</source>
        <translation>停止 · 正在写{name}…</translation>
    </message>
    <message>
        <source>Stop; what is written stays  (Escape)</source>
        <translation>停止；已写的会保留（Esc）</translation>
    </message>
    <message>
        <source>{verb} 1 bar</source>
        <translation>{verb} 1 小节</translation>
    </message>
    <message>
        <source>{verb} {n} bars</source>
        <translation>{verb} {n} 小节</translation>
    </message>
    <message>
        <source>{what} × {n}</source>
        <translation>{what} × {n}</translation>
    </message>
    <message>
        <source>{what}  (Ctrl+Shift+Return)</source>
        <translation>{what}（Ctrl+Shift+回车）</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Klangbild: something went wrong</source>
        <translation>Klangbild：出错了</translation>
    </message>
    <message>
        <source>Something went wrong inside the studio.</source>
        <translation>程序内部出错了。</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy versions and traceback for a bug report</source>
        <translation>复制版本和回溯信息，用于报告问题</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>CrashHooks</name>
    <message>
        <source>The work could not be saved: {reason}</source>
        <translation>作品无法保存：{reason}</translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>Give {name} back to what was seen</source>
        <translation>让{name}重新由所见决定</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>添加关联</translation>
    </message>
    <message>
        <source>Add a link to {name}</source>
        <translation>为{name}添加关联</translation>
    </message>
    <message>
        <source>Let something else that was seen have a say in it</source>
        <translation>让所见的另一项也参与决定</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Hide what decides it</source>
        <translation>隐藏决定因素</translation>
    </message>
    <message>
        <source>Show what decides it</source>
        <translation>显示决定因素</translation>
    </message>
    <message>
        <source>Move it to set it by hand · Double-click: back to what was seen</source>
        <translation>拖动以手动设定 · 双击：恢复由所见决定</translation>
    </message>
</context>
<context>
    <name>DirectionBox</name>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Make a direction of two slots</source>
        <translation>由两个槽位得出方向</translation>
    </message>
    <message>
        <source>Share directions</source>
        <translation>分享方向</translation>
    </message>
    <message>
        <source>Export directions…</source>
        <translation>导出方向…</translation>
    </message>
    <message>
        <source>Import directions…</source>
        <translation>导入方向…</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More directions</source>
        <translation>更多方向</translation>
    </message>
    <message>
        <source>Direction {n}</source>
        <translation>方向 {n}</translation>
    </message>
    <message>
        <source>From {a} to {b}</source>
        <translation>从 {a} 到 {b}</translation>
    </message>
</context>
<context>
    <name>DirectionRow</name>
    <message>
        <source>Move along this direction, in deviations</source>
        <translation>沿此方向移动，以标准差计</translation>
    </message>
    <message>
        <source>Click to call it what it does; the name is kept</source>
        <translation>单击以其作用命名；名称会保留</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>{name}的名称</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>忘掉{name}</translation>
    </message>
</context>
<context>
    <name>DockTabs</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Hide {title}; the View menu brings it back</source>
        <translation>隐藏“{title}”；可从“视图”菜单恢复</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>隐藏“{title}”</translation>
    </message>
</context>
<context>
    <name>Easel</name>
    <message>
        <source>Fine is at work already: choose Instant or Fast first.</source>
        <translation>已在使用精细引擎：请先选择即时或快速。</translation>
    </message>
    <message>
        <source>Painting it at full size first …</source>
        <translation>先以完整尺寸绘制…</translation>
    </message>
    <message>
        <source>One moment: the picture is still being painted.</source>
        <translation>请稍候：画面仍在绘制。</translation>
    </message>
</context>
<context>
    <name>EngineBar</name>
    <message>
        <source>Any style at once: the picture follows your hand</source>
        <translation>任意风格，立刻呈现：画面随手而动</translation>
    </message>
    <message>
        <source>Styles it has learned, at once and in more detail; train your own</source>
        <translation>学过的风格，立刻呈现且更细致；可训练自己的风格</translation>
    </message>
    <message>
        <source>Patient and the most faithful: painted from broad strokes to fine</source>
        <translation>耐心而最忠实：由粗到细地绘制</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Teach Fast this style, in minutes</source>
        <translation>几分钟内教会快速引擎这种风格</translation>
    </message>
    <message>
        <source>Use Instant</source>
        <translation>改用即时</translation>
    </message>
    <message>
        <source>Paint with Instant, which needs no training</source>
        <translation>用即时引擎绘制，无需训练</translation>
    </message>
    <message>
        <source>Paint with {engine}</source>
        <translation>用{engine}绘制</translation>
    </message>
    <message>
        <source>Fast has not learned {titles} yet.</source>
        <translation>快速引擎还没有学过{titles}。</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExplorePanel</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Seeds side by side, and all between them</source>
        <translation>种子并列，以及其间的一切</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>What is between the slots A to D</source>
        <translation>槽位 A 至 D 之间的一切</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>触控板</translation>
    </message>
    <message>
        <source>A − B + C</source>
        <translation>A − B + C</translation>
    </message>
    <message>
        <source>What A is without what B is, but with what C is: fill the three slots first</source>
        <translation>A 去掉 B，加上 C：请先填满三个槽位</translation>
    </message>
    <message>
        <source>Move in the space</source>
        <translation>在空间中移动</translation>
    </message>
    <message>
        <source>Go to slot {name}</source>
        <translation>前往槽位 {name}</translation>
    </message>
    <message>
        <source>Reckon A − B + C</source>
        <translation>计算 A − B + C</translation>
    </message>
    <message>
        <source>Move along {name}</source>
        <translation>沿{name}移动</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <source>Find a picture in the space</source>
        <translation>在空间中查找图片</translation>
    </message>
    <message>
        <source>Open a photo first: there is none to find yet.</source>
        <translation>请先打开照片：还没有可查找的。</translation>
    </message>
    <message>
        <source>Go to the place of a result</source>
        <translation>前往结果所在处</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Export directions</source>
        <translation>导出方向</translation>
    </message>
    <message>
        <source>Import directions</source>
        <translation>导入方向</translation>
    </message>
    <message>
        <source>Being made …</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>1 bar</source>
        <translation>1 小节</translation>
    </message>
    <message>
        <source>{n} bars</source>
        <translation>{n} 小节</translation>
    </message>
    <message>
        <source>Searching for the picture …</source>
        <translation>正在查找图片…</translation>
    </message>
</context>
<context>
    <name>Exploring</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Fill slot {name}</source>
        <translation>填入槽位 {name}</translation>
    </message>
    <message>
        <source>Empty slot {name}</source>
        <translation>清空槽位 {name}</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>正在探索</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在载入模型</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation>可用字段：{fields}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>选择要写入的文件夹</translation>
    </message>
    <message>
        <source>Put the recipe inside, to restore it by dropping</source>
        <translation>写入配方，以后拖入即可恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Writes {names}</source>
        <translation>将写入 {names}</translation>
    </message>
    <message>
        <source>Writes {names} and {more} more</source>
        <translation>将写入 {names} 等，另有 {more} 个</translation>
    </message>
    <message>
        <source>Already there; you will be asked before it is replaced.</source>
        <translation>文件已存在；替换前会先询问。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>FastStyles</name>
    <message>
        <source>Looking for what Fast has learned</source>
        <translation>正在查看快速引擎学过的风格</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Press and drag: draw, or move a note and resize it at its ends · Shift: a copy · Alt: off the grid · Ctrl: select in a box · right button: erase · 1 pencil, 2 select</source>
        <translation>按下并拖动：绘制，或移动音符、拖两端改长度 · Shift：复制 · Alt：脱离网格 · Ctrl：框选 · 右键：擦除 · 1 铅笔，2 选择</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Export film</source>
        <translation>导出影片</translation>
    </message>
    <message>
        <source>Plays everywhere, and can carry the music</source>
        <translation>到处可放，并可带音乐</translation>
    </message>
    <message>
        <source>For the web: 256 colours a frame, no sound</source>
        <translation>用于网页：每帧 256 色，无声</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A folder with a PNG for every frame</source>
        <translation>文件夹，每帧一张 PNG</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 每秒</translation>
    </message>
    <message>
        <source>How many frames are seen in a second, 1 to 120</source>
        <translation>每秒显示多少帧，1 至 120</translation>
    </message>
    <message>
        <source>With the song of the project</source>
        <translation>配上项目的乐曲</translation>
    </message>
    <message>
        <source>A folder for the pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Put two keyframes at least on the time line.</source>
        <translation>请在时间线上至少放两个关键帧。</translation>
    </message>
    <message>
        <source>Change the film</source>
        <translation>更改影片</translation>
    </message>
    <message>
        <source>The song is played by the studio&apos;s instruments, as long as the film</source>
        <translation>乐曲由工作室的乐器演奏，与影片等长</translation>
    </message>
    <message>
        <source>There is no song in this project yet</source>
        <translation>此项目还没有乐曲</translation>
    </message>
    <message>
        <source>Only an MP4 carries music</source>
        <translation>只有 MP4 可带音乐</translation>
    </message>
    <message>
        <source>{frames} frames of {side} × {side}, {seconds} s.</source>
        <translation>{frames} 帧，{side} × {side}，{seconds} 秒。</translation>
    </message>
    <message>
        <source>A GIF shows 50 frames a second at most.</source>
        <translation>GIF 每秒最多 50 帧。</translation>
    </message>
    <message>
        <source>Painting them takes about {time}.</source>
        <translation>绘制它们约需 {time}。</translation>
    </message>
    <message>
        <source>The model paints {own} × {own}.</source>
        <translation>模型画 {own} × {own}。</translation>
    </message>
    <message>
        <source>As large as the model paints</source>
        <translation>与模型所画等大</translation>
    </message>
    <message>
        <source>Enlarged to {side} pixels</source>
        <translation>放大到 {side} 像素</translation>
    </message>
    <message>
        <source>Side in pixels</source>
        <translation>边长（像素）</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>Painted by</source>
        <translation>由谁绘制</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Choose where the film goes, and begin</source>
        <translation>选择影片存放处并开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Filming</name>
    <message>
        <source>A film is being written already; wait for its end.</source>
        <translation>已有一部影片正在写入；请等它结束。</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>{name} is written: {frames} frames, {seconds} s.</source>
        <translation>{name} 已写好：{frames} 帧，{seconds} 秒。</translation>
    </message>
    <message>
        <source>The film was cancelled; nothing was written.</source>
        <translation>影片已取消；什么都没有写。</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Finding {name}</source>
        <translation>正在查找{name}</translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation>正在载入图片</translation>
    </message>
    <message>
        <source>Find {name}</source>
        <translation>查找{name}</translation>
    </message>
</context>
<context>
    <name>FindingBars</name>
    <message>
        <source>This track holds drums; choose the track of a melody.</source>
        <translation>这条音轨是鼓；请选择旋律所在的音轨。</translation>
    </message>
    <message>
        <source>Finding the bars</source>
        <translation>正在查找小节</translation>
    </message>
    <message>
        <source>The bars are put by in {name}.</source>
        <translation>这些小节已放入 {name}。</translation>
    </message>
    <message>
        <source>Find the bars</source>
        <translation>查找小节</translation>
    </message>
</context>
<context>
    <name>FinerBox</name>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Draw only from the likeliest notes that have this share together</source>
        <translation>只从合计占此份额的最可能的音中抽取</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>人性化</translation>
    </message>
    <message>
        <source>How uneven loudness and time are, as a hand plays</source>
        <translation>力度与时间的起伏，如人手演奏</translation>
    </message>
    <message>
        <source>Chords hold off the beats too</source>
        <translation>拍外也守和弦</translation>
    </message>
    <message>
        <source>Every note belongs to the chord, not only on the beats</source>
        <translation>每个音都属于和弦，不只拍点上的</translation>
    </message>
    <message>
        <source>Change the chord rule</source>
        <translation>更改和弦规则</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>更改{name}</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder, or drop it here …</source>
        <translation>选择文件夹，或拖到这里…</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>A whole new piece</source>
        <translation>一首全新的曲子</translation>
    </message>
    <message>
        <source>With chords, bass and drums, in its own key and tempo; kept, it takes the place of the song. Otherwise the marked bars are written by its rules</source>
        <translation>带和弦、贝斯和鼓，用自己的调与速度；保留后取代乐曲。否则只按其规则写标出的小节</translation>
    </message>
    <message>
        <source>Change what is planned</source>
        <translation>更改计划</translation>
    </message>
    <message>
        <source>A new piece of {n} bars · {key} · {tempo} bpm</source>
        <translation>一首 {n} 小节的新曲 · {key} · {tempo} bpm</translation>
    </message>
    <message>
        <source>Change the table to music</source>
        <translation>更改通向音乐的对照表</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>依照</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search commands, styles, projects …</source>
        <translation>搜索命令、风格、项目…</translation>
    </message>
    <message>
        <source>Search everything the studio can do  ({key})</source>
        <translation>搜索全部功能  ({key})</translation>
    </message>
    <message>
        <source>{name} has unsaved work</source>
        <translation>“{name}”有未保存的内容</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Three things to try</source>
        <translation>三件事，试试看</translation>
    </message>
    <message>
        <source>Put the hints away</source>
        <translation>收起提示</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Show another result</source>
        <translation>显示另一个结果</translation>
    </message>
    <message>
        <source>Star a result</source>
        <translation>为结果加星标</translation>
    </message>
    <message>
        <source>Take a star off</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Remove a result</source>
        <translation>移除结果</translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>What you paint is kept here.</source>
        <translation>您绘制的作品会保存在这里。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Compare with the photo</source>
        <translation>与照片对比</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>Take the star off</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Click: show · S: star · right click: more</source>
        <translation>单击：显示 · S：加星标 · 右键：更多</translation>
    </message>
</context>
<context>
    <name>Inlets</name>
    <message>
        <source>Pictures, songs and projects</source>
        <translation>图片、乐曲与项目</translation>
    </message>
    <message>
        <source>Open a photo, a song or a project</source>
        <translation>打开照片、乐曲或项目</translation>
    </message>
    <message>
        <source>Make a style of a picture</source>
        <translation>由图片制作风格</translation>
    </message>
    <message>
        <source>Paint several photos</source>
        <translation>批量绘制照片</translation>
    </message>
    <message>
        <source>{n} photos came in; the first one is on the canvas.</source>
        <translation>收到 {n} 张照片；第一张已放到画布上。</translation>
    </message>
    <message>
        <source>Paint all of them…</source>
        <translation>全部绘制…</translation>
    </message>
    <message>
        <source>Write the painted photos to</source>
        <translation>将绘制结果写入</translation>
    </message>
</context>
<context>
    <name>Inspiration</name>
    <message>
        <source>Picture or words to follow</source>
        <translation>依照图片或文字</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The rules below decide alone</source>
        <translation>只由下面的规则决定</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Compose to the picture on the canvas</source>
        <translation>依照画布上的图片作曲</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Compose to words such as “calm”</source>
        <translation>依照“宁静”之类的词语作曲</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>依照</translation>
    </message>
    <message>
        <source>a calm winter morning</source>
        <translation>宁静的冬日清晨</translation>
    </message>
    <message>
        <source>Words for the music</source>
        <translation>给音乐的文字</translation>
    </message>
    <message>
        <source>Moods, light, weather and seasons; in English or Chinese</source>
        <translation>心情、光线、天气与季节；中文或英文</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>由此得出</translation>
    </message>
    <message>
        <source>Reset the table</source>
        <translation>重置对照表</translation>
    </message>
    <message>
        <source>Take the table that the studio came with</source>
        <translation>恢复自带的对照表</translation>
    </message>
    <message>
        <source>There is no picture yet: open one, and its light and colours decide.</source>
        <translation>还没有图片：打开一张，由其光与色决定。</translation>
    </message>
    <message>
        <source>Looking at the picture …</source>
        <translation>正在看图片…</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>看图片</translation>
    </message>
    <message>
        <source>Type a mood, a season, a kind of light: several words together.</source>
        <translation>写下心情、季节、光线：可连用几个词。</translation>
    </message>
    <message>
        <source>No mood is known for these words; try “calm”, “joyful” or “dark”.</source>
        <translation>这些词里没有认得的心情；试试“宁静”“欢乐”或“阴暗”。</translation>
    </message>
    <message>
        <source>Understood: {words}.</source>
        <translation>读懂了：{words}。</translation>
    </message>
    <message>
        <source>Unknown: {words}.</source>
        <translation>不认识：{words}。</translation>
    </message>
</context>
<context>
    <name>Instrument</name>
    <message>
        <source>Piano</source>
        <translation>钢琴</translation>
    </message>
    <message>
        <source>Chromatic percussion</source>
        <translation>色彩打击乐器</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>风琴</translation>
    </message>
    <message>
        <source>Guitar</source>
        <translation>吉他</translation>
    </message>
    <message>
        <source>Bass</source>
        <translation>贝斯</translation>
    </message>
    <message>
        <source>Solo strings</source>
        <translation>独奏弦乐</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>合奏</translation>
    </message>
    <message>
        <source>Brass</source>
        <translation>铜管</translation>
    </message>
    <message>
        <source>Reed</source>
        <translation>簧管</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>吹管</translation>
    </message>
    <message>
        <source>Synth lead</source>
        <translation>合成主音</translation>
    </message>
    <message>
        <source>Synth pad</source>
        <translation>合成铺底</translation>
    </message>
    <message>
        <source>Synth effects</source>
        <translation>合成效果</translation>
    </message>
    <message>
        <source>World</source>
        <translation>民族乐器</translation>
    </message>
    <message>
        <source>Percussive</source>
        <translation>打击乐器</translation>
    </message>
    <message>
        <source>Sound effects</source>
        <translation>声音效果</translation>
    </message>
    <message>
        <source>Grand piano</source>
        <translation>大钢琴</translation>
    </message>
    <message>
        <source>Bright piano</source>
        <translation>明亮钢琴</translation>
    </message>
    <message>
        <source>Electric grand</source>
        <translation>电子大钢琴</translation>
    </message>
    <message>
        <source>Honky-tonk piano</source>
        <translation>酒吧钢琴</translation>
    </message>
    <message>
        <source>Electric piano</source>
        <translation>电钢琴</translation>
    </message>
    <message>
        <source>FM electric piano</source>
        <translation>FM 电钢琴</translation>
    </message>
    <message>
        <source>Harpsichord</source>
        <translation>羽管键琴</translation>
    </message>
    <message>
        <source>Clavinet</source>
        <translation>击弦古钢琴</translation>
    </message>
    <message>
        <source>Celesta</source>
        <translation>钢片琴</translation>
    </message>
    <message>
        <source>Glockenspiel</source>
        <translation>钟琴</translation>
    </message>
    <message>
        <source>Music box</source>
        <translation>八音盒</translation>
    </message>
    <message>
        <source>Vibraphone</source>
        <translation>颤音琴</translation>
    </message>
    <message>
        <source>Marimba</source>
        <translation>马林巴</translation>
    </message>
    <message>
        <source>Xylophone</source>
        <translation>木琴</translation>
    </message>
    <message>
        <source>Tubular bells</source>
        <translation>管钟</translation>
    </message>
    <message>
        <source>Dulcimer</source>
        <translation>扬琴</translation>
    </message>
    <message>
        <source>Drawbar organ</source>
        <translation>拉杆风琴</translation>
    </message>
    <message>
        <source>Percussive organ</source>
        <translation>敲击风琴</translation>
    </message>
    <message>
        <source>Rock organ</source>
        <translation>摇滚风琴</translation>
    </message>
    <message>
        <source>Church organ</source>
        <translation>教堂管风琴</translation>
    </message>
    <message>
        <source>Reed organ</source>
        <translation>簧风琴</translation>
    </message>
    <message>
        <source>Accordion</source>
        <translation>手风琴</translation>
    </message>
    <message>
        <source>Harmonica</source>
        <translation>口琴</translation>
    </message>
    <message>
        <source>Bandoneon</source>
        <translation>班多钮琴</translation>
    </message>
    <message>
        <source>Nylon guitar</source>
        <translation>尼龙弦吉他</translation>
    </message>
    <message>
        <source>Steel guitar</source>
        <translation>钢弦吉他</translation>
    </message>
    <message>
        <source>Jazz guitar</source>
        <translation>爵士吉他</translation>
    </message>
    <message>
        <source>Clean electric guitar</source>
        <translation>清音电吉他</translation>
    </message>
    <message>
        <source>Muted electric guitar</source>
        <translation>闷音电吉他</translation>
    </message>
    <message>
        <source>Overdriven guitar</source>
        <translation>过载吉他</translation>
    </message>
    <message>
        <source>Distorted guitar</source>
        <translation>失真吉他</translation>
    </message>
    <message>
        <source>Guitar harmonics</source>
        <translation>吉他泛音</translation>
    </message>
    <message>
        <source>Acoustic bass</source>
        <translation>原声贝斯</translation>
    </message>
    <message>
        <source>Fingered bass</source>
        <translation>指弹贝斯</translation>
    </message>
    <message>
        <source>Picked bass</source>
        <translation>拨片贝斯</translation>
    </message>
    <message>
        <source>Fretless bass</source>
        <translation>无品贝斯</translation>
    </message>
    <message>
        <source>Slap bass 1</source>
        <translation>击弦贝斯 1</translation>
    </message>
    <message>
        <source>Slap bass 2</source>
        <translation>击弦贝斯 2</translation>
    </message>
    <message>
        <source>Synth bass 1</source>
        <translation>合成贝斯 1</translation>
    </message>
    <message>
        <source>Synth bass 2</source>
        <translation>合成贝斯 2</translation>
    </message>
    <message>
        <source>Violin</source>
        <translation>小提琴</translation>
    </message>
    <message>
        <source>Viola</source>
        <translation>中提琴</translation>
    </message>
    <message>
        <source>Cello</source>
        <translation>大提琴</translation>
    </message>
    <message>
        <source>Double bass</source>
        <translation>低音提琴</translation>
    </message>
    <message>
        <source>Tremolo strings</source>
        <translation>震音弦乐</translation>
    </message>
    <message>
        <source>Pizzicato strings</source>
        <translation>拨奏弦乐</translation>
    </message>
    <message>
        <source>Harp</source>
        <translation>竖琴</translation>
    </message>
    <message>
        <source>Timpani</source>
        <translation>定音鼓</translation>
    </message>
    <message>
        <source>Strings</source>
        <translation>弦乐合奏</translation>
    </message>
    <message>
        <source>Slow strings</source>
        <translation>慢弦乐合奏</translation>
    </message>
    <message>
        <source>Synth strings 1</source>
        <translation>合成弦乐 1</translation>
    </message>
    <message>
        <source>Synth strings 2</source>
        <translation>合成弦乐 2</translation>
    </message>
    <message>
        <source>Choir</source>
        <translation>合唱</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>人声</translation>
    </message>
    <message>
        <source>Synth voice</source>
        <translation>合成人声</translation>
    </message>
    <message>
        <source>Orchestra hit</source>
        <translation>管弦乐齐奏</translation>
    </message>
    <message>
        <source>Trumpet</source>
        <translation>小号</translation>
    </message>
    <message>
        <source>Trombone</source>
        <translation>长号</translation>
    </message>
    <message>
        <source>Tuba</source>
        <translation>大号</translation>
    </message>
    <message>
        <source>Muted trumpet</source>
        <translation>弱音小号</translation>
    </message>
    <message>
        <source>French horn</source>
        <translation>圆号</translation>
    </message>
    <message>
        <source>Brass section</source>
        <translation>铜管组</translation>
    </message>
    <message>
        <source>Synth brass 1</source>
        <translation>合成铜管 1</translation>
    </message>
    <message>
        <source>Synth brass 2</source>
        <translation>合成铜管 2</translation>
    </message>
    <message>
        <source>Soprano saxophone</source>
        <translation>高音萨克斯</translation>
    </message>
    <message>
        <source>Alto saxophone</source>
        <translation>中音萨克斯</translation>
    </message>
    <message>
        <source>Tenor saxophone</source>
        <translation>次中音萨克斯</translation>
    </message>
    <message>
        <source>Baritone saxophone</source>
        <translation>上低音萨克斯</translation>
    </message>
    <message>
        <source>Oboe</source>
        <translation>双簧管</translation>
    </message>
    <message>
        <source>English horn</source>
        <translation>英国管</translation>
    </message>
    <message>
        <source>Bassoon</source>
        <translation>大管</translation>
    </message>
    <message>
        <source>Clarinet</source>
        <translation>单簧管</translation>
    </message>
    <message>
        <source>Piccolo</source>
        <translation>短笛</translation>
    </message>
    <message>
        <source>Flute</source>
        <translation>长笛</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>竖笛</translation>
    </message>
    <message>
        <source>Pan flute</source>
        <translation>排箫</translation>
    </message>
    <message>
        <source>Blown bottle</source>
        <translation>吹瓶</translation>
    </message>
    <message>
        <source>Shakuhachi</source>
        <translation>尺八</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>口哨</translation>
    </message>
    <message>
        <source>Ocarina</source>
        <translation>陶笛</translation>
    </message>
    <message>
        <source>Square lead</source>
        <translation>方波主音</translation>
    </message>
    <message>
        <source>Sawtooth lead</source>
        <translation>锯齿波主音</translation>
    </message>
    <message>
        <source>Calliope lead</source>
        <translation>汽笛风琴主音</translation>
    </message>
    <message>
        <source>Chiff lead</source>
        <translation>吹管主音</translation>
    </message>
    <message>
        <source>Charang lead</source>
        <translation>恰朗戈主音</translation>
    </message>
    <message>
        <source>Voice lead</source>
        <translation>人声主音</translation>
    </message>
    <message>
        <source>Fifths lead</source>
        <translation>五度主音</translation>
    </message>
    <message>
        <source>Bass and lead</source>
        <translation>贝斯加主音</translation>
    </message>
    <message>
        <source>New age pad</source>
        <translation>新世纪铺底</translation>
    </message>
    <message>
        <source>Warm pad</source>
        <translation>温暖铺底</translation>
    </message>
    <message>
        <source>Polysynth pad</source>
        <translation>复音合成铺底</translation>
    </message>
    <message>
        <source>Choir pad</source>
        <translation>合唱铺底</translation>
    </message>
    <message>
        <source>Bowed pad</source>
        <translation>弓弦铺底</translation>
    </message>
    <message>
        <source>Metallic pad</source>
        <translation>金属铺底</translation>
    </message>
    <message>
        <source>Halo pad</source>
        <translation>光环铺底</translation>
    </message>
    <message>
        <source>Sweep pad</source>
        <translation>扫频铺底</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>雨</translation>
    </message>
    <message>
        <source>Soundtrack</source>
        <translation>电影配乐</translation>
    </message>
    <message>
        <source>Crystal</source>
        <translation>水晶</translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <translation>大气</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明亮</translation>
    </message>
    <message>
        <source>Goblins</source>
        <translation>精灵</translation>
    </message>
    <message>
        <source>Echoes</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>科幻</translation>
    </message>
    <message>
        <source>Sitar</source>
        <translation>西塔琴</translation>
    </message>
    <message>
        <source>Banjo</source>
        <translation>班卓琴</translation>
    </message>
    <message>
        <source>Shamisen</source>
        <translation>三味线</translation>
    </message>
    <message>
        <source>Koto</source>
        <translation>日本筝</translation>
    </message>
    <message>
        <source>Kalimba</source>
        <translation>卡林巴</translation>
    </message>
    <message>
        <source>Bagpipe</source>
        <translation>风笛</translation>
    </message>
    <message>
        <source>Fiddle</source>
        <translation>民间提琴</translation>
    </message>
    <message>
        <source>Shanai</source>
        <translation>唢呐</translation>
    </message>
    <message>
        <source>Tinkle bell</source>
        <translation>铃铛</translation>
    </message>
    <message>
        <source>Agogo</source>
        <translation>阿果果</translation>
    </message>
    <message>
        <source>Steel drums</source>
        <translation>钢鼓</translation>
    </message>
    <message>
        <source>Woodblock</source>
        <translation>木鱼</translation>
    </message>
    <message>
        <source>Taiko drum</source>
        <translation>太鼓</translation>
    </message>
    <message>
        <source>Melodic tom</source>
        <translation>旋律通鼓</translation>
    </message>
    <message>
        <source>Synth drum</source>
        <translation>合成鼓</translation>
    </message>
    <message>
        <source>Reverse cymbal</source>
        <translation>反向镲</translation>
    </message>
    <message>
        <source>Fret noise</source>
        <translation>品柱杂音</translation>
    </message>
    <message>
        <source>Breath noise</source>
        <translation>呼吸声</translation>
    </message>
    <message>
        <source>Seashore</source>
        <translation>海浪</translation>
    </message>
    <message>
        <source>Bird tweet</source>
        <translation>鸟鸣</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话铃</translation>
    </message>
    <message>
        <source>Helicopter</source>
        <translation>直升机</translation>
    </message>
    <message>
        <source>Applause</source>
        <translation>掌声</translation>
    </message>
    <message>
        <source>Gunshot</source>
        <translation>枪声</translation>
    </message>
    <message>
        <source>Standard kit</source>
        <translation>标准套鼓</translation>
    </message>
    <message>
        <source>Room kit</source>
        <translation>房间套鼓</translation>
    </message>
    <message>
        <source>Power kit</source>
        <translation>强力套鼓</translation>
    </message>
    <message>
        <source>Electronic kit</source>
        <translation>电子套鼓</translation>
    </message>
    <message>
        <source>Analogue kit</source>
        <translation>模拟套鼓</translation>
    </message>
    <message>
        <source>Jazz kit</source>
        <translation>爵士套鼓</translation>
    </message>
    <message>
        <source>Brush kit</source>
        <translation>鼓刷套鼓</translation>
    </message>
    <message>
        <source>Orchestra kit</source>
        <translation>管弦乐套鼓</translation>
    </message>
    <message>
        <source>Effects kit</source>
        <translation>效果套鼓</translation>
    </message>
    <message>
        <source>Acoustic bass drum</source>
        <translation>原声底鼓</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>底鼓</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>边击</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>军鼓</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>拍手</translation>
    </message>
    <message>
        <source>Electric snare</source>
        <translation>电子军鼓</translation>
    </message>
    <message>
        <source>Low floor tom</source>
        <translation>低音落地通鼓</translation>
    </message>
    <message>
        <source>Closed hi-hat</source>
        <translation>闭合踩镲</translation>
    </message>
    <message>
        <source>High floor tom</source>
        <translation>高音落地通鼓</translation>
    </message>
    <message>
        <source>Pedal hi-hat</source>
        <translation>踏板踩镲</translation>
    </message>
    <message>
        <source>Low tom</source>
        <translation>低音通鼓</translation>
    </message>
    <message>
        <source>Open hi-hat</source>
        <translation>开放踩镲</translation>
    </message>
    <message>
        <source>Low mid tom</source>
        <translation>中低音通鼓</translation>
    </message>
    <message>
        <source>High mid tom</source>
        <translation>中高音通鼓</translation>
    </message>
    <message>
        <source>Crash cymbal</source>
        <translation>吊镲</translation>
    </message>
    <message>
        <source>High tom</source>
        <translation>高音通鼓</translation>
    </message>
    <message>
        <source>Ride cymbal</source>
        <translation>叮叮镲</translation>
    </message>
    <message>
        <source>Chinese cymbal</source>
        <translation>中国镲</translation>
    </message>
    <message>
        <source>Ride bell</source>
        <translation>叮叮镲镲帽</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>铃鼓</translation>
    </message>
    <message>
        <source>Splash cymbal</source>
        <translation>水镲</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>牛铃</translation>
    </message>
    <message>
        <source>Crash cymbal 2</source>
        <translation>吊镲 2</translation>
    </message>
    <message>
        <source>Vibraslap</source>
        <translation>颤击器</translation>
    </message>
    <message>
        <source>Ride cymbal 2</source>
        <translation>叮叮镲 2</translation>
    </message>
    <message>
        <source>High bongo</source>
        <translation>高音邦戈鼓</translation>
    </message>
    <message>
        <source>Low bongo</source>
        <translation>低音邦戈鼓</translation>
    </message>
    <message>
        <source>Mute high conga</source>
        <translation>闷击高音康加鼓</translation>
    </message>
    <message>
        <source>Open high conga</source>
        <translation>开放高音康加鼓</translation>
    </message>
    <message>
        <source>Low conga</source>
        <translation>低音康加鼓</translation>
    </message>
    <message>
        <source>High timbale</source>
        <translation>高音天巴鼓</translation>
    </message>
    <message>
        <source>Low timbale</source>
        <translation>低音天巴鼓</translation>
    </message>
    <message>
        <source>High agogo</source>
        <translation>高音阿果果</translation>
    </message>
    <message>
        <source>Low agogo</source>
        <translation>低音阿果果</translation>
    </message>
    <message>
        <source>Cabasa</source>
        <translation>沙壶</translation>
    </message>
    <message>
        <source>Maracas</source>
        <translation>沙槌</translation>
    </message>
    <message>
        <source>Short whistle</source>
        <translation>短哨</translation>
    </message>
    <message>
        <source>Long whistle</source>
        <translation>长哨</translation>
    </message>
    <message>
        <source>Short guiro</source>
        <translation>短刮瓜</translation>
    </message>
    <message>
        <source>Long guiro</source>
        <translation>长刮瓜</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>响棒</translation>
    </message>
    <message>
        <source>High woodblock</source>
        <translation>高音木鱼</translation>
    </message>
    <message>
        <source>Low woodblock</source>
        <translation>低音木鱼</translation>
    </message>
    <message>
        <source>Mute cuica</source>
        <translation>闷音奎卡</translation>
    </message>
    <message>
        <source>Open cuica</source>
        <translation>开放奎卡</translation>
    </message>
    <message>
        <source>Mute triangle</source>
        <translation>闷音三角铁</translation>
    </message>
    <message>
        <source>Open triangle</source>
        <translation>开放三角铁</translation>
    </message>
</context>
<context>
    <name>InstrumentMenu</name>
    <message>
        <source>Search instruments …</source>
        <translation>搜索乐器…</translation>
    </message>
    <message>
        <source>Search instruments</source>
        <translation>搜索乐器</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>乐器</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>There is no picture or song in that; drop a picture, a song or a project.</source>
        <translation>里面没有图片或乐曲；请拖入图片、乐曲或项目。</translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Looking into {name}</source>
        <translation>正在查看“{name}”</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开“{name}”</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>恢复“{name}”</translation>
    </message>
    <message>
        <source>The photo {name} was not found; drop it to paint it again.</source>
        <translation>找不到照片“{name}”；拖入该照片即可重新绘制。</translation>
    </message>
    <message>
        <source>Restoring {name}</source>
        <translation>正在恢复“{name}”</translation>
    </message>
    <message>
        <source>Use the settings of a result</source>
        <translation>使用某个结果的设置</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取“{name}”</translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation>正在载入图片</translation>
    </message>
    <message>
        <source>{names} cannot be used here: the studio takes pictures, folders of pictures, songs, soundfonts, style cards and projects.</source>
        <translation>{names}在这里无法使用：可拖入图片、图片文件夹、乐曲、音色库、风格卡和项目。</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Waiting paintings</source>
        <translation>等待中的绘制</translation>
    </message>
    <message>
        <source>The queue: change the order, take something out</source>
        <translation>队列：调整顺序，移出任务</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} 个等待中</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Running work</source>
        <translation>正在进行的任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the work</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Stop now; what is painted so far is kept (Escape)</source>
        <translation>立即停止；保留已绘制的部分 (Esc)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume the work</source>
        <translation>继续任务</translation>
    </message>
    <message>
        <source>Pause the work</source>
        <translation>暂停任务</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>从停下的地方继续</translation>
    </message>
    <message>
        <source>Rest here; nothing is lost</source>
        <translation>暂停在这里，不会丢失任何内容</translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message>
        <source>Looking into the rules</source>
        <translation>检查规则</translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Paint it</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Dream, then paint: it becomes the photo, and the style you choose works on it</source>
        <translation>先梦后画：它成为照片，由您所选的风格来画</translation>
    </message>
    <message>
        <source>Put the melody into the song</source>
        <translation>把旋律放进乐曲</translation>
    </message>
    <message>
        <source>Put it into the history, 1024 × 1024, with the place it came from</source>
        <translation>放进历史，1024 × 1024，并记下其位置</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Paint a dream</source>
        <translation>绘制梦境</translation>
    </message>
    <message>
        <source>Enlarging the dream</source>
        <translation>正在放大梦境</translation>
    </message>
    <message>
        <source>The model of this dream is gone.</source>
        <translation>此梦的模型已不在。</translation>
    </message>
    <message>
        <source>Keep a dream</source>
        <translation>保留梦境</translation>
    </message>
</context>
<context>
    <name>KeepingMelody</name>
    <message>
        <source>Keep a melody</source>
        <translation>保留旋律</translation>
    </message>
    <message>
        <source>Melody {n}</source>
        <translation>旋律 {n}</translation>
    </message>
    <message>
        <source>Melody</source>
        <translation>旋律</translation>
    </message>
    <message>
        <source>Keep a melody on a new track</source>
        <translation>把旋律保留到新音轨</translation>
    </message>
</context>
<context>
    <name>KeepingWalk</name>
    <message>
        <source>Keep a walk</source>
        <translation>保留漫游</translation>
    </message>
    <message>
        <source>Keep a walk on a new track</source>
        <translation>把漫游保留到新音轨</translation>
    </message>
    <message>
        <source>Melody {n}</source>
        <translation>旋律 {n}</translation>
    </message>
    <message>
        <source>Melody</source>
        <translation>旋律</translation>
    </message>
</context>
<context>
    <name>KeyBox</name>
    <message>
        <source>the song&apos;s</source>
        <translation>随乐曲</translation>
    </message>
    <message>
        <source>any note</source>
        <translation>任意音</translation>
    </message>
    <message>
        <source>No note outside of the key is written; “any note” lets all be</source>
        <translation>不写调外音；选“任意音”则不限</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>调</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>音阶</translation>
    </message>
    <message>
        <source>The scale upon the key&apos;s first note</source>
        <translation>以调的主音为起点的音阶</translation>
    </message>
    <message>
        <source>Chord lane</source>
        <translation>和弦轨</translation>
    </message>
    <message>
        <source>Chords for each bar, from first to last and again from the first; notes on the beats belong to them. Empty for none</source>
        <translation>每小节的和弦，依次循环；拍点上的音属于和弦。留空则不限</translation>
    </message>
    <message>
        <source>the song&apos;s: {key}</source>
        <translation>随乐曲：{key}</translation>
    </message>
    <message>
        <source>Change the key of new notes</source>
        <translation>更改新音符的调</translation>
    </message>
    <message>
        <source>Change the chord lane</source>
        <translation>更改和弦轨</translation>
    </message>
    <message>
        <source>Chords</source>
        <translation>和弦</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keys</source>
        <translation>琴键</translation>
    </message>
    <message>
        <source>Press to hear · drag along them · Ctrl+click selects these notes</source>
        <translation>按下试听 · 沿琴键拖动 · Ctrl+单击选中这些音符</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Delete notes</source>
        <translation>删除音符</translation>
    </message>
    <message>
        <source>Cut notes</source>
        <translation>剪切音符</translation>
    </message>
    <message>
        <source>Paste notes</source>
        <translation>粘贴音符</translation>
    </message>
    <message>
        <source>Duplicate notes</source>
        <translation>重复音符</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>力度</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>移调</translation>
    </message>
    <message>
        <source>Move notes</source>
        <translation>移动音符</translation>
    </message>
    <message>
        <source>Resize notes</source>
        <translation>调整音符长度</translation>
    </message>
    <message>
        <source>Draw a note</source>
        <translation>绘制音符</translation>
    </message>
</context>
<context>
    <name>LaneHead</name>
    <message>
        <source>Velocity</source>
        <translation>力度</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>电平</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>How much it says: -1 the other way round, 0 nothing, 1 most</source>
        <translation>影响多大：-1 相反，0 无，1 最大</translation>
    </message>
    <message>
        <source>Double-click: no say · Shift: fine</source>
        <translation>双击：不起作用 · Shift：精细</translation>
    </message>
    <message>
        <source>{link}, number</source>
        <translation>{link}，数值</translation>
    </message>
    <message>
        <source>Take out: {seen} → {decided}</source>
        <translation>移除：{seen} → {decided}</translation>
    </message>
</context>
<context>
    <name>LivePainting</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tidying up</source>
        <translation>正在清理</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>显示照片</translation>
    </message>
    <message>
        <source>Show another result</source>
        <translation>显示另一个结果</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>作曲</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Fast has not learned it yet</source>
        <translation>快速引擎还没有学过它</translation>
    </message>
    <message>
        <source>Finishing what is being written …</source>
        <translation>正在完成写入…</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>From what was seen to music</source>
        <translation>从所见到音乐</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole song</source>
        <translation>整首乐曲</translation>
    </message>
    <message>
        <source>Drag the window: scroll · its ends: zoom · + −: zoom · Ctrl+0: see all</source>
        <translation>拖动窗口：滚动 · 拖两端：缩放 · + −：缩放 · Ctrl+0：全部显示</translation>
    </message>
</context>
<context>
    <name>MixingPad</name>
    <message>
        <source>Mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Drag towards a style for more of it · arrows: move, with Shift finely · double-click or Home: all alike · 1 to 5: one alone</source>
        <translation>拖向某个风格以加重它 · 方向键：移动，按住 Shift 微调 · 双击或 Home：均分 · 1 到 5：只用一个</translation>
    </message>
    <message>
        <source>{title} alone</source>
        <translation>只用{title}</translation>
    </message>
    <message>
        <source>Part of {title}</source>
        <translation>{title}的比例</translation>
    </message>
    <message>
        <source>Type the part of {title}; the others share the rest</source>
        <translation>输入{title}的比例；其余风格按原比例分配剩下的部分</translation>
    </message>
    <message>
        <source>{title} · {part} %
Click: this one alone · Delete: take it out</source>
        <translation>{title} · {part} %
单击：只用它 · Delete：移出混合</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Which space is explored; your own models stand below those of the studio</source>
        <translation>探索哪个空间；您自己的模型列在自带模型之下</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Train on my pictures…</source>
        <translation>用我的图片训练…</translation>
    </message>
    <message>
        <source>Train on my pictures: a folder becomes a space to explore</source>
        <translation>用我的图片训练：文件夹变成可探索的空间</translation>
    </message>
    <message>
        <source>There is no model yet. Train one on pictures of yours.</source>
        <translation>还没有模型。请用您的图片训练一个。</translation>
    </message>
</context>
<context>
    <name>ModelsRow</name>
    <message>
        <source>Your models</source>
        <translation>您的模型</translation>
    </message>
    <message>
        <source>Models that were trained on pictures of your own</source>
        <translation>用您自己的图片训练的模型</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Call this model otherwise</source>
        <translation>给此模型换个名称</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete this model for good</source>
        <translation>永久删除此模型</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Delete the model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Delete {name}? It would have to be trained anew.</source>
        <translation>删除{name}？之后只能重新训练。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Mosaic</name>
    <message>
        <source>Pictures of the folder</source>
        <translation>文件夹中的图片</translation>
    </message>
    <message>
        <source>Drop a folder with your pictures here</source>
        <translation>把放有您图片的文件夹拖到这里</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>把文件夹拖到这里</translation>
    </message>
</context>
<context>
    <name>Music</name>
    <message>
        <source>Opening the sample tune</source>
        <translation>正在打开示例乐曲</translation>
    </message>
    <message>
        <source>The song is played with {name}.</source>
        <translation>乐曲用{name}演奏。</translation>
    </message>
    <message>
        <source>Looking into {name}</source>
        <translation>正在查看{name}</translation>
    </message>
</context>
<context>
    <name>MusicDesk</name>
    <message>
        <source>The sound is still being got ready.</source>
        <translation>声音仍在准备中。</translation>
    </message>
</context>
<context>
    <name>MusicFiles</name>
    <message>
        <source>Open a song</source>
        <translation>打开乐曲</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取{name}</translation>
    </message>
    <message>
        <source>There is no song to export yet; draw a note first.</source>
        <translation>还没有可导出的乐曲；请先画一个音符。</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>MusicXML</source>
        <translation>MusicXML</translation>
    </message>
    <message>
        <source>WAV sound</source>
        <translation>WAV 声音</translation>
    </message>
    <message>
        <source>FLAC sound</source>
        <translation>FLAC 声音</translation>
    </message>
    <message>
        <source>OGG sound</source>
        <translation>OGG 声音</translation>
    </message>
    <message>
        <source>Export the song</source>
        <translation>导出乐曲</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出{name}</translation>
    </message>
    <message>
        <source>There is no song to drag yet; draw a note first.</source>
        <translation>还没有可拖出的乐曲；请先画一个音符。</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已写入{path}。</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开{name}</translation>
    </message>
    <message>
        <source>{name}: {n} further things were mended.</source>
        <translation>{name}：还修复了 {n} 处。</translation>
    </message>
    <message>
        <source>song</source>
        <translation>乐曲</translation>
    </message>
</context>
<context>
    <name>MusicPanel</name>
    <message>
        <source>Music</source>
        <translation>音乐</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the new model</source>
        <translation>新模型的名称</translation>
    </message>
</context>
<context>
    <name>Outlets</name>
    <message>
        <source>There is no picture to copy yet.</source>
        <translation>还没有可复制的图片。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copying the picture</source>
        <translation>正在复制图片</translation>
    </message>
    <message>
        <source>Getting the picture ready</source>
        <translation>正在准备图片</translation>
    </message>
    <message>
        <source>There is nothing to export yet; open a photo first.</source>
        <translation>还没有可导出的内容；请先打开一张照片。</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>当前图片</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{names} is already there.</source>
        <translation>{names} 已存在。</translation>
    </message>
    <message>
        <source>Replace it, or write beside it under a new number?</source>
        <translation>要替换它，还是另编号保存？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>Wrote {n} pictures to {folder}.</source>
        <translation>已将 {n} 张图片写入 {folder}。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>a place of its own, away from the map</source>
        <translation>独立的位置，不在地图上</translation>
    </message>
    <message>
        <source>between the slots, {x} across, {y} down</source>
        <translation>槽位之间，横 {x}，纵 {y}</translation>
    </message>
    <message>
        <source>seed {seed}, {x} across, {y} down</source>
        <translation>种子 {seed}，横 {x}，纵 {y}</translation>
    </message>
    <message>
        <source>Put two places or more by
in the slots below</source>
        <translation>请在下面的槽位中
放入两个以上的位置</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Drag to move · wheel: zoom · right button: pan · double-click: to the middle
Arrows move, with Shift finely · + and − zoom</source>
        <translation>拖动以移动 · 滚轮：缩放 · 右键：平移 · 双击：回到中间
方向键移动，按 Shift 微调 · + 与 − 缩放</translation>
    </message>
    <message>
        <source>Between the slots</source>
        <translation>槽位之间</translation>
    </message>
    <message>
        <source>Drag from slot to slot · arrows move, with Shift finely</source>
        <translation>在槽位间拖动 · 方向键移动，按 Shift 微调</translation>
    </message>
</context>
<context>
    <name>PaintButton</name>
    <message>
        <source>Refine</source>
        <translation>完善</translation>
    </message>
    <message>
        <source>Contact sheet: nine pictures in one click</source>
        <translation>小样：一次绘制九幅</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>小样</translation>
    </message>
</context>
<context>
    <name>PaintChoice</name>
    <message>
        <source>Painted by</source>
        <translation>由谁绘制</translation>
    </message>
    <message>
        <source>A style in which every frame is painted</source>
        <translation>绘制每一帧所用的风格</translation>
    </message>
    <message>
        <source>Nobody: as it is dreamt</source>
        <translation>不绘制：如梦所见</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>即时</translation>
    </message>
    <message>
        <source>Any style, at once</source>
        <translation>任意风格，立即可用</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Styles that it has learned, with more stroke</source>
        <translation>它学过的风格，笔触更强</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Fast has not learned this style yet</source>
        <translation>快速引擎还没有学过此风格</translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>Palette: {colours}</source>
        <translation>色板：{colours}</translation>
    </message>
    <message>
        <source>The colours of the picture by their share: {colours}</source>
        <translation>图片各色及其份额：{colours}</translation>
    </message>
</context>
<context>
    <name>ParameterSlider</name>
    <message>
        <source>Double-click: back to the default · Shift: fine</source>
        <translation>双击：恢复默认值 · Shift：精细调节</translation>
    </message>
    <message>
        <source>{name}, number</source>
        <translation>{name}，数值</translation>
    </message>
    <message>
        <source>Type any number · ↑ ↓ step</source>
        <translation>可输入任意数值 · ↑ ↓ 逐步调节</translation>
    </message>
</context>
<context>
    <name>PhotoWell</name>
    <message>
        <source>Drop a photo</source>
        <translation>拖入照片</translation>
    </message>
    <message>
        <source>or click to open one</source>
        <translation>或点击打开</translation>
    </message>
    <message>
        <source>Photo: {name}</source>
        <translation>照片：{name}</translation>
    </message>
    <message>
        <source>Open a photo (Ctrl+O), or drop one here</source>
        <translation>打开照片 (Ctrl+O)，或拖到这里</translation>
    </message>
</context>
<context>
    <name>PianoRoll</name>
    <message>
        <source>Piano roll</source>
        <translation>钢琴卷帘</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>音高</translation>
    </message>
    <message>
        <source>Notes and velocities</source>
        <translation>音符与力度</translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message>
        <source>Train on my pictures</source>
        <translation>用我的图片训练</translation>
    </message>
    <message>
        <source>Looking at the pictures …</source>
        <translation>正在看图片…</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>看图片</translation>
    </message>
    <message>
        <source>Choose a folder with enough pictures first.</source>
        <translation>请先选择图片足够多的文件夹。</translation>
    </message>
    <message>
        <source>A folder with your pictures</source>
        <translation>放有您图片的文件夹</translation>
    </message>
    <message>
        <source>Drop a folder with pictures.</source>
        <translation>请拖入放有图片的文件夹。</translation>
    </message>
    <message>
        <source>Measuring the speed</source>
        <translation>正在测速</translation>
    </message>
    <message>
        <source>Pictures of one kind, seen from the same side, are learned best: faces, leaves, houses. From 48 on it can be tried, from 500 on it is worth it.</source>
        <translation>同类且角度相同的图片学得最好：面孔、叶子、房屋。48 张起可一试，500 张起值得。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>PicturesFields</name>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>A folder with pictures of one kind, and folders within it</source>
        <translation>放有同类图片的文件夹，含子文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Mirror pictures too</source>
        <translation>也镜像图片</translation>
    </message>
    <message>
        <source>Twice as much to learn from; switch it off for letters and the like</source>
        <translation>可学的多一倍；文字之类请关闭</translation>
    </message>
    <message>
        <source>How it is called where you choose a model to explore</source>
        <translation>选择探索模型时显示的名称</translation>
    </message>
    <message>
        <source>Choose a folder with your pictures.</source>
        <translation>请选择放有您图片的文件夹。</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>VAE: quick, and finds your own photos again; its pictures are soft</source>
        <translation>VAE：快，能找回您自己的照片；图片柔和</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>WGAN-GP: sharper, but slower, and in need of more pictures</source>
        <translation>WGAN-GP：更锐利，但更慢，需要更多图片</translation>
    </message>
    <message>
        <source>64 pixels</source>
        <translation>64 像素</translation>
    </message>
    <message>
        <source>Quick; the canvas enlarges them well</source>
        <translation>快；画布会很好地放大</translation>
    </message>
    <message>
        <source>128 pixels</source>
        <translation>128 像素</translation>
    </message>
    <message>
        <source>Finer, and three times as slow</source>
        <translation>更细，但慢三倍</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>To see whether it comes to anything</source>
        <translation>看看是否可行</translation>
    </message>
    <message>
        <source>20 min</source>
        <translation>20 分钟</translation>
    </message>
    <message>
        <source>Enough for small pictures of one kind</source>
        <translation>足够学同类的小图片</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>For 128 pixels, and for the generator</source>
        <translation>适合 128 像素与生成器</translation>
    </message>
    <message>
        <source>a night</source>
        <translation>一夜</translation>
    </message>
    <message>
        <source>Eight hours; you may pause it and quit</source>
        <translation>八小时；可以暂停并退出</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>PicturesJobs</name>
    <message>
        <source>A model is learning pictures already; wait for its end.</source>
        <translation>已有一个模型在学习图片；请等它结束。</translation>
    </message>
    <message>
        <source>{name} learns your pictures</source>
        <translation>{name}正在学您的图片</translation>
    </message>
    <message>
        <source>{name} has learned your pictures; walk through it in Explore.</source>
        <translation>{name}学会了您的图片；可在“探索”中漫游。</translation>
    </message>
</context>
<context>
    <name>PicturesView</name>
    <message>
        <source>Some of the pictures, as they will be cut</source>
        <translation>部分图片，按裁切后的样子</translation>
    </message>
    <message>
        <source>Drop a folder with your pictures here</source>
        <translation>把放有您图片的文件夹拖到这里</translation>
    </message>
    <message>
        <source>Pictures of the folder</source>
        <translation>文件夹中的图片</translation>
    </message>
    <message>
        <source>What it makes by now</source>
        <translation>目前所作</translation>
    </message>
    <message>
        <source>Pictures kept back, how they come back, and below what chance makes</source>
        <translation>留出的图片、其重现，及下方随机所得</translation>
    </message>
    <message>
        <source>What chance makes of it by now</source>
        <translation>目前随机所得</translation>
    </message>
    <message>
        <source>Let a new model learn the pictures</source>
        <translation>让新模型学习这些图片</translation>
    </message>
    <message>
        <source>End now and keep what was learned</source>
        <translation>现在结束，保留所学</translation>
    </message>
</context>
<context>
    <name>PlaceBox</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed is the same place · ↑ ↓ the next one</source>
        <translation>相同种子即相同位置 · ↑ ↓ 下一个</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>纵</translation>
    </message>
    <message>
        <source>Throw the dice for a new seed</source>
        <translation>掷骰子换新种子</translation>
    </message>
    <message>
        <source>Back to the beginning: seed 0, no directions</source>
        <translation>回到起点：种子 0，无方向</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Nearer to the middle of the space: plainer, and safer</source>
        <translation>更近空间中心：更平实，也更稳妥</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>漫步</translation>
    </message>
    <message>
        <source>How far it strays while it wanders</source>
        <translation>漫步时偏离多远</translation>
    </message>
    <message>
        <source>Let it wander</source>
        <translation>让它漫步</translation>
    </message>
    <message>
        <source>Throw a new seed</source>
        <translation>掷一个新种子</translation>
    </message>
    <message>
        <source>Reset the place</source>
        <translation>重置位置</translation>
    </message>
    <message>
        <source>Between whole numbers four neighbouring seeds are blended</source>
        <translation>整数之间由四个相邻种子混合</translation>
    </message>
    <message>
        <source>Move on the map</source>
        <translation>在地图上移动</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>更改{name}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Counts from the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Processor threads that painting may use; counts from the next start</source>
        <translation>绘制时可用的处理器线程数；下次启动时生效</translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation>可用字段：{fields}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>文件名</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开“{name}”</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>正在保存“{name}”</translation>
    </message>
</context>
<context>
    <name>QueuePopup</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Paint this one earlier</source>
        <translation>提前绘制此项</translation>
    </message>
    <message>
        <source>Move {name} up</source>
        <translation>上移“{name}”</translation>
    </message>
    <message>
        <source>Take this one out of the queue</source>
        <translation>将此项移出队列</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>移出“{name}”</translation>
    </message>
</context>
<context>
    <name>RecipeDialog</name>
    <message>
        <source>A picture with its recipe</source>
        <translation>带有配方的图片</translation>
    </message>
    <message>
        <source>{name} was made here</source>
        <translation>“{name}”由本程序绘制</translation>
    </message>
    <message>
        <source>It carries the recipe of its making: photo, styles, settings and seed.</source>
        <translation>图片中带有它的配方：照片、风格、设置和种子。</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Photo, settings and this result, as it was</source>
        <translation>照片、设置和这个结果，一如当时</translation>
    </message>
    <message>
        <source>&amp;Settings only</source>
        <translation>仅使用设置(&amp;S)</translation>
    </message>
    <message>
        <source>Paint the present photo like this</source>
        <translation>照此绘制当前照片</translation>
    </message>
    <message>
        <source>Use as &amp;photo</source>
        <translation>用作照片(&amp;P)</translation>
    </message>
    <message>
        <source>Paint this picture</source>
        <translation>绘制这张图片</translation>
    </message>
    <message>
        <source>Use as s&amp;tyle</source>
        <translation>用作风格(&amp;T)</translation>
    </message>
    <message>
        <source>Paint in the manner of this picture</source>
        <translation>用这张图片的画风绘制</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>Connect a MIDI keyboard to record; none is found.</source>
        <translation>请连接 MIDI 键盘后再录音；没有找到键盘。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Recorded {n} notes.</source>
        <translation>录下了 {n} 个音符。</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Bar by bar</source>
        <translation>逐小节</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Put the variations away</source>
        <translation>收起变体</translation>
    </message>
    <message>
        <source>Put the variations away; “Earlier” brings them back  (Escape)</source>
        <translation>收起变体；可用“之前的作品”找回（Esc）</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>保留{name}</translation>
    </message>
    <message>
        <source>Take all bars of it into the song  (Ctrl+Alt+K)</source>
        <translation>把全部小节放进乐曲（Ctrl+Alt+K）</translation>
    </message>
    <message>
        <source>Choose a variation first</source>
        <translation>请先选择一个变体</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>Looking for unfinished paintings</source>
        <translation>正在查找未完成的绘制</translation>
    </message>
    <message>
        <source>The painting of {name} was interrupted; it can go on where it was.</source>
        <translation>“{name}”的绘制曾被中断；可以从中断处继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取“{name}”</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>继续绘制</translation>
    </message>
    <message>
        <source>Discarding the painting</source>
        <translation>正在丢弃绘制</translation>
    </message>
</context>
<context>
    <name>RhythmMenu</name>
    <message>
        <source>Rhythm from the piano roll</source>
        <translation>取钢琴卷帘的节奏</translation>
    </message>
    <message>
        <source>No rhythm</source>
        <translation>无节奏</translation>
    </message>
    <message>
        <source>A keyframe a note</source>
        <translation>每音一个关键帧</translation>
    </message>
    <message>
        <source>A keyframe a bar</source>
        <translation>每小节一个关键帧</translation>
    </message>
    <message>
        <source>Keyframes are where you put them</source>
        <translation>关键帧在您放置处</translation>
    </message>
    <message>
        <source>The places come in turn, one with each note; chords count once</source>
        <translation>各位置轮流，每音一个；和弦算一次</translation>
    </message>
    <message>
        <source>The places come in turn, one with each bar</source>
        <translation>各位置轮流，每小节一个</translation>
    </message>
    <message>
        <source>Notes of</source>
        <translation>音符来自</translation>
    </message>
    <message>
        <source>In the loop of the song only</source>
        <translation>只在乐曲的循环内</translation>
    </message>
    <message>
        <source>All that are heard</source>
        <translation>所有听得到的</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>音轨 {number}</translation>
    </message>
    <message>
        <source>Change the rhythm of the walk</source>
        <translation>更改漫游的节奏</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Ruler</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Click: go there · drag: loop a stretch · double-click: no loop · L: loop the selection · Home: to the start</source>
        <translation>单击：跳到该处 · 拖动：循环一段 · 双击：取消循环 · L：循环所选 · Home：回到开头</translation>
    </message>
</context>
<context>
    <name>RulesBox</name>
    <message>
        <source>A note such as C4, or its number · ↑ ↓ a semitone, Page Up and Down an octave</source>
        <translation>音名如 C4，或其编号 · ↑ ↓ 半音，Page Up/Down 八度</translation>
    </message>
    <message>
        <source>Lowest note</source>
        <translation>最低音</translation>
    </message>
    <message>
        <source>Highest note</source>
        <translation>最高音</translation>
    </message>
    <message>
        <source>Change the range</source>
        <translation>更改音域</translation>
    </message>
    <message>
        <source>Fewest notes a bar</source>
        <translation>每小节最少音数</translation>
    </message>
    <message>
        <source>Change the density</source>
        <translation>更改密度</translation>
    </message>
    <message>
        <source>Most notes a bar</source>
        <translation>每小节最多音数</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Largest leap in semitones</source>
        <translation>最大跳进（半音）</translation>
    </message>
    <message>
        <source>Change the largest leap</source>
        <translation>更改最大跳进</translation>
    </message>
    <message>
        <source>free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Keep the rhythm of the selection</source>
        <translation>保持所选的节奏</translation>
    </message>
    <message>
        <source>Notes begin where the selected ones do, or those that are there, and only there</source>
        <translation>音只在所选（或原有）音的起点处开始</translation>
    </message>
    <message>
        <source>Lock the rhythm</source>
        <translation>锁定节奏</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>音域</translation>
    </message>
    <message>
        <source>Notes a bar</source>
        <translation>每小节音数</translation>
    </message>
    <message>
        <source>Largest leap</source>
        <translation>最大跳进</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Fold {title} away</source>
        <translation>折叠“{title}”</translation>
    </message>
    <message>
        <source>Unfold {title}</source>
        <translation>展开“{title}”</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>操作不被允许</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不为空</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备正忙</translation>
    </message>
    <message>
        <source>the largest leap</source>
        <translation>最大跳进</translation>
    </message>
    <message>
        <source>the density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>the chords</source>
        <translation>和弦</translation>
    </message>
    <message>
        <source>the locked rhythm</source>
        <translation>锁定的节奏</translation>
    </message>
    <message>
        <source>the locked notes</source>
        <translation>锁定的音符</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>调</translation>
    </message>
    <message>
        <source>the range</source>
        <translation>音域</translation>
    </message>
    <message>
        <source>The size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>The seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>A style&apos;s weight</source>
        <translation>风格的权重</translation>
    </message>
    <message>
        <source>Studio encoder</source>
        <translation>工作室编码器</translation>
    </message>
    <message>
        <source>Instant decoder</source>
        <translation>即时解码器</translation>
    </message>
    <message>
        <source>AdaIN decoder</source>
        <translation>AdaIN 解码器</translation>
    </message>
    <message>
        <source>Fast network</source>
        <translation>快速网络</translation>
    </message>
    <message>
        <source>Melody network</source>
        <translation>旋律网络</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>作曲网络</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>card</source>
        <translation>风格卡</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>song</source>
        <translation>乐曲</translation>
    </message>
    <message>
        <source>track</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真或假</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>“%1” is no name of a sound file; let it end with .wav, .flac or .ogg.</source>
        <translation>“%1”不是声音文件的名称；请以 .wav、.flac 或 .ogg 结尾。</translation>
    </message>
    <message>
        <source>The recipe is longer than 1 MiB and cannot be put into a sound file.</source>
        <translation>配方超过 1 MiB，无法写入声音文件。</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2; try again or choose another place.</source>
        <translation>无法写入“%1”：%2；请重试或另选位置。</translation>
    </message>
    <message>
        <source>“%1” would be larger than the 4 GB a WAV can have; write a FLAC or a part of the song.</source>
        <translation>“%1”会超过 WAV 的上限 4 GB；请写成 FLAC，或只写乐曲的一部分。</translation>
    </message>
    <message>
        <source>install libfluidsynth3 (apt), fluidsynth-libs (dnf) or fluidsynth (pacman) and start the studio again</source>
        <translation>请安装 libfluidsynth3（apt）、fluidsynth-libs（dnf）或 fluidsynth（pacman），然后重新启动工作室</translation>
    </message>
    <message>
        <source>install it with “brew install fluid-synth” and start the studio again</source>
        <translation>请用“brew install fluid-synth”安装，然后重新启动工作室</translation>
    </message>
    <message>
        <source>install it with “choco install fluidsynth” and start the studio again</source>
        <translation>请用“choco install fluidsynth”安装，然后重新启动工作室</translation>
    </message>
    <message>
        <source>There is no sound: FluidSynth is not installed; %1.</source>
        <translation>没有声音：未安装 FluidSynth；%1。</translation>
    </message>
    <message>
        <source>There is no sound: FluidSynth is older than version 2; %1.</source>
        <translation>没有声音：FluidSynth 的版本低于 2；%1。</translation>
    </message>
    <message>
        <source>The keyboard “%1” is not connected; connect it and try again.</source>
        <translation>键盘“%1”未连接；请连接后重试。</translation>
    </message>
    <message>
        <source>The song lasts %1 hours, and six are the most that is rendered; choose a part of it.</source>
        <translation>乐曲长 %1 小时，最多渲染六小时；请选择其中一部分。</translation>
    </message>
    <message>
        <source>There is no sound: no sound device was found; connect one, and it will be used.</source>
        <translation>没有声音：找不到声音设备；连接后即可使用。</translation>
    </message>
    <message>
        <source>There is no sound from “%1”: %2; choose another device.</source>
        <translation>“%1”没有声音：%2；请选择其他设备。</translation>
    </message>
    <message>
        <source>install libportaudio2 (apt) or portaudio (dnf, pacman) and start the studio again</source>
        <translation>请安装 libportaudio2（apt）或 portaudio（dnf、pacman），然后重新启动工作室</translation>
    </message>
    <message>
        <source>install it with “brew install portaudio” and start the studio again</source>
        <translation>请用“brew install portaudio”安装，然后重新启动工作室</translation>
    </message>
    <message>
        <source>install Klangbild again</source>
        <translation>请重新安装 Klangbild</translation>
    </message>
    <message>
        <source>There is no sound: PortAudio is not installed; %1.</source>
        <translation>没有声音：未安装 PortAudio；%1。</translation>
    </message>
    <message>
        <source>There is no sound: no soundfont was found; choose an .sf2 file in the preferences.</source>
        <translation>没有声音：找不到音色库；请在首选项中选择 .sf2 文件。</translation>
    </message>
    <message>
        <source>The soundfont “%1” cannot be read: %2.</source>
        <translation>无法读取音色库“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is no soundfont that can be played (%2); choose another file.</source>
        <translation>“%1”不是可以演奏的音色库（%2）；请选择其他文件。</translation>
    </message>
    <message>
        <source>The soundfont “%1” is damaged (%2); choose another file.</source>
        <translation>音色库“%1”已损坏（%2）；请选择其他文件。</translation>
    </message>
    <message>
        <source>it does not begin as one</source>
        <translation>开头不符</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>缺少结尾</translation>
    </message>
    <message>
        <source>its tables are too large</source>
        <translation>表过大</translation>
    </message>
    <message>
        <source>a part of it is cut off</source>
        <translation>有一部分被截断</translation>
    </message>
    <message>
        <source>it has no samples</source>
        <translation>没有采样</translation>
    </message>
    <message>
        <source>its table “%1” is missing or broken</source>
        <translation>表“%1”缺失或已损坏</translation>
    </message>
    <message>
        <source>it has no instrument</source>
        <translation>没有乐器</translation>
    </message>
    <message>
        <source>its table “%1” leads nowhere</source>
        <translation>表“%1”指向不存在之处</translation>
    </message>
    <message>
        <source>The rate lies between %1 and %2 frames a second.</source>
        <translation>采样率应在每秒 %1 至 %2 帧之间。</translation>
    </message>
    <message>
        <source>There is no sound: FluidSynth could not start; restart the studio.</source>
        <translation>没有声音：FluidSynth 无法启动；请重新启动工作室。</translation>
    </message>
    <message>
        <source>FluidSynth cannot play the soundfont “%1”; choose another file.</source>
        <translation>FluidSynth 无法演奏音色库“%1”；请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no device “%1” here; choose one of: %2.</source>
        <translation>这里没有设备“%1”；请从中选择：%2。</translation>
    </message>
    <message>
        <source>Its part %1 is missing.</source>
        <translation>缺少其中的部分 %1。</translation>
    </message>
    <message>
        <source>Its part %1 is larger than it can be.</source>
        <translation>其中的部分 %1 超过了可能的大小。</translation>
    </message>
    <message>
        <source>Its part %1 is cut off.</source>
        <translation>其中的部分 %1 被截断。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2</source>
        <translation>无法打开“%1”：%2</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>文件已不在那里。</translation>
    </message>
    <message>
        <source>Its permissions forbid it.</source>
        <translation>没有权限读取。</translation>
    </message>
    <message>
        <source>It cannot be read (%1).</source>
        <translation>无法读取（%1）。</translation>
    </message>
    <message>
        <source>It is damaged or no project at all.</source>
        <translation>文件已损坏，或根本不是项目。</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>它不是文件。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>It claims to hold more than %1 parts.</source>
        <translation>它声称含有超过 %1 个部分。</translation>
    </message>
    <message>
        <source>It holds more than %1 parts.</source>
        <translation>它含有超过 %1 个部分。</translation>
    </message>
    <message>
        <source>Two of its parts have the same name.</source>
        <translation>其中两个部分同名。</translation>
    </message>
    <message>
        <source>Its parts overlap, as in a file made to do harm.</source>
        <translation>其中的部分相互重叠，像是恶意文件。</translation>
    </message>
    <message>
        <source>One of its parts has a name that leads out of the project.</source>
        <translation>其中一个部分的名称指向项目之外。</translation>
    </message>
    <message>
        <source>It is locked with a password.</source>
        <translation>它有密码保护。</translation>
    </message>
    <message>
        <source>It is packed in a way that projects never are.</source>
        <translation>它的打包方式与项目不符。</translation>
    </message>
    <message>
        <source>The sizes of its parts contradict each other.</source>
        <translation>其各部分的大小相互矛盾。</translation>
    </message>
    <message>
        <source>One of its parts unpacks to far more than a picture can be.</source>
        <translation>其中一个部分解压后远大于任何图片。</translation>
    </message>
    <message>
        <source>The style card has an id that cannot be stored.</source>
        <translation>风格卡的标识无法保存。</translation>
    </message>
    <message>
        <source>Two results of the document have the same id.</source>
        <translation>文档中两个结果的标识相同。</translation>
    </message>
    <message>
        <source>The document shows a result that it does not hold.</source>
        <translation>文档显示的结果并不在其中。</translation>
    </message>
    <message>
        <source>Two style cards of the document have the same id.</source>
        <translation>文档中两张风格卡的标识相同。</translation>
    </message>
    <message>
        <source>The %1 should be a table.</source>
        <translation>%1应当是一张表。</translation>
    </message>
    <message>
        <source>The %1 does not say which version it has.</source>
        <translation>%1没有注明版本。</translation>
    </message>
    <message>
        <source>The %1 has version %2, and this Klangbild reads up to version %3; nothing was changed. Install a newer Klangbild to open it.</source>
        <translation>%1的版本是 %2，而此 Klangbild 最高读到版本 %3；什么都没有改动。请安装更新的 Klangbild 来打开。</translation>
    </message>
    <message>
        <source>“%1” in the %2 should be %3.</source>
        <translation>%2中的“%1”应当是%3。</translation>
    </message>
    <message>
        <source>The %1 holds a number of more than 64 bits.</source>
        <translation>%1含有超过 64 位的数。</translation>
    </message>
    <message>
        <source>The %1 holds a number that is not finite.</source>
        <translation>%1含有非有限的数。</translation>
    </message>
    <message>
        <source>The %1 is nested too deeply.</source>
        <translation>%1嵌套过深。</translation>
    </message>
    <message>
        <source>The %1 holds a %2, which cannot be stored.</source>
        <translation>%1含有无法保存的 %2。</translation>
    </message>
    <message>
        <source>The %1 should be a table of names and values.</source>
        <translation>%1应当是名称与值的表。</translation>
    </message>
    <message>
        <source>The %1 has a name that is not text.</source>
        <translation>%1中有一个名称不是文字。</translation>
    </message>
    <message>
        <source>The %1 holds a text of more than %2 characters.</source>
        <translation>%1含有超过 %2 个字符的文字。</translation>
    </message>
    <message>
        <source>The %1 holds text that is not valid Unicode.</source>
        <translation>%1含有无效的 Unicode 文字。</translation>
    </message>
    <message>
        <source>The %1 is larger than %2 MiB, so it was not read.</source>
        <translation>%1大于 %2 MiB，因此没有读取。</translation>
    </message>
    <message>
        <source>The %1 is damaged: it is not valid JSON.</source>
        <translation>%1已损坏：不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The layer has an id that cannot be used.</source>
        <translation>图层的标识无法使用。</translation>
    </message>
    <message>
        <source>The opacity of a layer lies between 0 and 1.</source>
        <translation>图层的不透明度在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>“%1” is not a blend mode of this studio.</source>
        <translation>“%1”不是工作室的混合模式。</translation>
    </message>
    <message>
        <source>A picture needs pixels of three or four channels.</source>
        <translation>图片需要三或四个通道的像素。</translation>
    </message>
    <message>
        <source>A picture needs 8 or 16 bits a channel.</source>
        <translation>图片每个通道需要 8 或 16 位。</translation>
    </message>
    <message>
        <source>It is not a project of Klangbild.</source>
        <translation>它不是 Klangbild 的项目。</translation>
    </message>
    <message>
        <source>Two of its pictures are the same part.</source>
        <translation>其中两张图片是同一个部分。</translation>
    </message>
    <message>
        <source>“%1” needs more memory than is free: one of its pictures takes %2 GB more. Close other programs and open it again.</source>
        <translation>“%1”需要的内存多于空闲内存：其中一张图片还要 %2 GB。请关闭其他程序后再打开。</translation>
    </message>
    <message>
        <source>One of its recipes is not text.</source>
        <translation>其中一个配方不是文字。</translation>
    </message>
    <message>
        <source>One of its pictures is damaged.</source>
        <translation>其中一张图片已损坏。</translation>
    </message>
    <message>
        <source>One of its pictures is of a kind that projects never hold.</source>
        <translation>其中一张图片的类型与项目不符。</translation>
    </message>
    <message>
        <source>One of its pictures is no PNG.</source>
        <translation>其中一张图片不是 PNG。</translation>
    </message>
    <message>
        <source>One of its pictures has no possible size.</source>
        <translation>其中一张图片的尺寸不可能。</translation>
    </message>
    <message>
        <source>One of its pictures promises more pixels than it can hold.</source>
        <translation>其中一张图片声称的像素多于它所能含的。</translation>
    </message>
    <message>
        <source>The recipe names no task that could be run.</source>
        <translation>配方没有指明可运行的任务。</translation>
    </message>
    <message>
        <source>The recipe&apos;s checksum of the photo is not a SHA-256.</source>
        <translation>配方中照片的校验和不是 SHA-256。</translation>
    </message>
    <message>
        <source>The recipe names more than %1 models.</source>
        <translation>配方指明了超过 %1 个模型。</translation>
    </message>
    <message>
        <source>The recipe&apos;s checksum of a model is not a SHA-256.</source>
        <translation>配方中模型的校验和不是 SHA-256。</translation>
    </message>
    <message>
        <source>The recipe is larger than 1 MiB, so it cannot be stored.</source>
        <translation>配方大于 1 MiB，因此无法保存。</translation>
    </message>
    <message>
        <source>This is not a recipe of Klangbild.</source>
        <translation>这不是 Klangbild 的配方。</translation>
    </message>
    <message>
        <source>“%1” could not be moved: %2.</source>
        <translation>无法移动“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” could not be deleted: %2.</source>
        <translation>无法删除“%1”：%2。</translation>
    </message>
    <message>
        <source>Its song holds values that make no sense.</source>
        <translation>其中的乐曲含有无意义的值。</translation>
    </message>
    <message>
        <source>The project holds more results than one file can; remove some of them.</source>
        <translation>项目的结果多于一个文件所能容纳的；请移除一些。</translation>
    </message>
    <message>
        <source>The teacher file does not hold the convolutions conv0, conv11 … conv51 of a VGG-19.</source>
        <translation>教师文件不含 VGG-19 的卷积层 conv0、conv11 … conv51。</translation>
    </message>
    <message>
        <source>The file does not hold the layers of torchvision&apos;s VGG-19.</source>
        <translation>文件不含 torchvision 的 VGG-19 的各层。</translation>
    </message>
    <message>
        <source>The layers in the file have not the shape of VGG-19&apos;s.</source>
        <translation>文件中各层的形状与 VGG-19 不符。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged; the work starts anew once it is removed.</source>
        <translation>检查点 %1 已损坏；移除后将从头开始。</translation>
    </message>
    <message>
        <source>A keyframe has a latent of %1 numbers, but the model has %2.</source>
        <translation>关键帧的潜在向量有 %1 个数，而模型有 %2 个。</translation>
    </message>
    <message>
        <source>A walk needs at least two keyframes.</source>
        <translation>漫游至少需要两个关键帧。</translation>
    </message>
    <message>
        <source>The times of keyframes lie between 0 and %1 seconds.</source>
        <translation>关键帧的时间应在 0 与 %1 秒之间。</translation>
    </message>
    <message>
        <source>Each keyframe of a walk needs a later time than the one before it.</source>
        <translation>漫游的每个关键帧都要晚于前一个。</translation>
    </message>
    <message>
        <source>There is no way to ease “%1”; there are %2.</source>
        <translation>没有缓动方式“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>A walk has 1 to 120 frames a second and wanders from 0 to 1.</source>
        <translation>漫游每秒 1 至 120 帧，漫步程度从 0 到 1。</translation>
    </message>
    <message>
        <source>A walk is as long as its last keyframe says or longer, up to %1 seconds.</source>
        <translation>漫游的长度不短于其最后一个关键帧，最长 %1 秒。</translation>
    </message>
    <message>
        <source>The walk would have %1 frames; %2 are the most: make it shorter, or take fewer frames a second.</source>
        <translation>漫游将有 %1 帧；最多 %2 帧：请缩短，或降低帧率。</translation>
    </message>
    <message>
        <source>The memory does not suffice for %1 px, not even in small tiles; choose a smaller size, or close other programs.</source>
        <translation>内存不够绘制 %1 像素，用小块也不行；请选择较小的尺寸，或关闭其他程序。</translation>
    </message>
    <message>
        <source>is cut short: part of the picture is missing. Get the file again, or another.</source>
        <translation>被截断：图片缺了一部分。请重新获取文件，或换一个。</translation>
    </message>
    <message>
        <source>is damaged and cannot be opened. Get the file again, or open another copy.</source>
        <translation>已损坏，无法打开。请重新获取文件，或打开另一份。</translation>
    </message>
    <message>
        <source>%1 files end at %2 pixels a side and the picture is %3 × %4; save it as PNG or TIFF.</source>
        <translation>%1 文件每边最多 %2 像素，而图片为 %3 × %4；请保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>“%1” is not a name that a file can have.</source>
        <translation>“%1”不能作为文件名。</translation>
    </message>
    <message>
        <source>“%1” does not end in a kind of picture that can be written; use %2.</source>
        <translation>“%1”的结尾不是可写入的图片类型；请用 %2。</translation>
    </message>
    <message>
        <source>The quality is a number from 1 to 100, not %1.</source>
        <translation>质量是 1 至 100 的数，而不是 %1。</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is not enough memory to encode it; close other programs or save it smaller.</source>
        <translation>无法写入“%1”：内存不够编码；请关闭其他程序，或保存得小一些。</translation>
    </message>
    <message>
        <source>is larger than 2 GB; make it smaller in another program first.</source>
        <translation>大于 2 GB；请先在其他程序中缩小。</translation>
    </message>
    <message>
        <source>“%1” needs more memory than there is; close other programs or make it smaller.</source>
        <translation>“%1”需要的内存超过现有内存；请关闭其他程序，或将其缩小。</translation>
    </message>
    <message>
        <source>cannot be read any more; see whether its disk is still there.</source>
        <translation>无法再读取；请检查其磁盘是否还在。</translation>
    </message>
    <message>
        <source>holds numbers of a kind (%1) that the studio does not read.</source>
        <translation>含有工作室不能读取的数值类型（%1）。</translation>
    </message>
    <message>
        <source>camera data (EXIF) damaged, left out</source>
        <translation>相机数据（EXIF）已损坏，未采用</translation>
    </message>
    <message>
        <source>an animation: its first picture is used</source>
        <translation>动画：采用其第一幅图片</translation>
    </message>
    <message>
        <source>The recipe is too long for this kind of file; save the picture as PNG or TIFF.</source>
        <translation>配方对这种文件来说太长；请将图片保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>The recipe holds characters that cannot be written.</source>
        <translation>配方含有无法写入的字符。</translation>
    </message>
    <message>
        <source>The recipe is longer than 1 MiB and cannot be put into a picture.</source>
        <translation>配方超过 1 MiB，无法写入图片。</translation>
    </message>
    <message>
        <source>is not there; it may have been moved, renamed or deleted.</source>
        <translation>不在那里；可能已被移动、改名或删除。</translation>
    </message>
    <message>
        <source>may not be read: its permissions forbid it.</source>
        <translation>不可读取：没有权限。</translation>
    </message>
    <message>
        <source>is a link that leads in a circle; open the picture itself.</source>
        <translation>是一个绕回自身的链接；请直接打开图片。</translation>
    </message>
    <message>
        <source>has a name that is too long for this system; shorten it.</source>
        <translation>的名称对此系统来说太长；请缩短。</translation>
    </message>
    <message>
        <source>is a device, not a picture file.</source>
        <translation>是设备，不是图片文件。</translation>
    </message>
    <message>
        <source>cannot be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>is a folder; open a picture inside it.</source>
        <translation>是文件夹；请打开其中的图片。</translation>
    </message>
    <message>
        <source>is a device or a pipe, not a picture file.</source>
        <translation>是设备或管道，不是图片文件。</translation>
    </message>
    <message>
        <source>is a film or another kind of media file, not a picture.</source>
        <translation>是影片或其他媒体文件，不是图片。</translation>
    </message>
    <message>
        <source>a Windows bitmap</source>
        <translation>Windows 位图</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>Photoshop 文档</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>JPEG XL 图片</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>JPEG 2000 图片</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>a MIDI file</source>
        <translation>MIDI 文件</translation>
    </message>
    <message>
        <source>is not a picture of a kind the studio can read, or its beginning is damaged.</source>
        <translation>不是工作室能读取的图片类型，或其开头已损坏。</translation>
    </message>
    <message>
        <source>is empty: it holds no picture.</source>
        <translation>是空的：里面没有图片。</translation>
    </message>
    <message>
        <source>is a web page, not a picture; save the picture itself from the browser.</source>
        <translation>是网页，不是图片；请在浏览器中保存图片本身。</translation>
    </message>
    <message>
        <source>is a drawing (SVG); export it as PNG to use it here.</source>
        <translation>是矢量图（SVG）；请导出为 PNG 后使用。</translation>
    </message>
    <message>
        <source>is not a picture: it holds text.</source>
        <translation>不是图片：里面是文字。</translation>
    </message>
    <message>
        <source>is %1; export it as PNG, JPEG or TIFF to use it here.</source>
        <translation>是 %1；请导出为 PNG、JPEG 或 TIFF 后使用。</translation>
    </message>
    <message>
        <source>is %1 × %2, which is %3 megapixels; at most %4 can be opened. Make it smaller in another program first.</source>
        <translation>为 %1 × %2，即 %3 百万像素；最多可打开 %4 百万像素。请先在其他程序中缩小。</translation>
    </message>
    <message>
        <source>holds %1 bytes for each of its %2 × %3 pixels, which is too much to open; save it with 8 or 16 bits and three channels.</source>
        <translation>的 %2 × %3 个像素各含 %1 字节，太大而无法打开；请以 8 或 16 位、三个通道保存。</translation>
    </message>
    <message>
        <source>is a TIFF with more dimensions than a picture has.</source>
        <translation>是一个维数多于图片的 TIFF。</translation>
    </message>
    <message>
        <source>keeps its colours in a way (Lab, raw or the like) that the studio does not read; save it as RGB.</source>
        <translation>以工作室不能读取的方式（Lab、RAW 等）保存颜色；请保存为 RGB。</translation>
    </message>
    <message>
        <source>is packed in a way that the studio does not read; save it with LZW, ZIP or none.</source>
        <translation>的压缩方式是工作室不能读取的；请用 LZW、ZIP 或不压缩保存。</translation>
    </message>
    <message>
        <source>holds numbers below zero or complex ones; save it with 8 or 16 bits.</source>
        <translation>含有负数或复数；请以 8 或 16 位保存。</translation>
    </message>
    <message>
        <source>Memory ran out even for the smallest tiles; close other programs, or paint smaller.</source>
        <translation>最小的分块也内存不足；请关闭其他程序，或画得小一些。</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>The style card “%1” cannot be read: %2.</source>
        <translation>无法读取风格卡“%1”：%2。</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>The style card “%1” was made by a newer studio.</source>
        <translation>风格卡“%1”由更新的工作室制作。</translation>
    </message>
    <message>
        <source>The style card “%1” is damaged or no style card.</source>
        <translation>风格卡“%1”已损坏，或不是风格卡。</translation>
    </message>
    <message>
        <source>A style map has six planes of bytes.</source>
        <translation>风格图有六个字节平面。</translation>
    </message>
    <message>
        <source>A style map has 1 to %1 cells a side.</source>
        <translation>风格图每边有 1 至 %1 格。</translation>
    </message>
    <message>
        <source>In the style map a place belongs to more than one whole style.</source>
        <translation>风格图中有一处属于多个完整的风格。</translation>
    </message>
    <message>
        <source>The style map is damaged: it is not a text of its length.</source>
        <translation>风格图已损坏：其文字长度不符。</translation>
    </message>
    <message>
        <source>The style map is damaged; clear it and paint it again.</source>
        <translation>风格图已损坏；请清除后重画。</translation>
    </message>
    <message>
        <source>The style picture is too small (%1 × %2); it needs at least %3 pixels a side.</source>
        <translation>风格图片太小（%1 × %2）；每边至少需要 %3 像素。</translation>
    </message>
    <message>
        <source>The style card “%1” was made for another encoder; make it anew from the picture.</source>
        <translation>风格卡“%1”是为另一种编码器制作的；请用图片重新制作。</translation>
    </message>
    <message>
        <source>The style card “%1” is damaged.</source>
        <translation>风格卡“%1”已损坏。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is not valid JSON.</source>
        <translation>“%1”不是有效的 JSON。</translation>
    </message>
    <message>
        <source>“%1” is no walk: it needs a list of “keyframes”.</source>
        <translation>“%1”不是漫游：缺少“keyframes”列表。</translation>
    </message>
    <message>
        <source>“%1” says “%2”, which a walk does not have.</source>
        <translation>“%1”中有“%2”，而漫游没有这一项。</translation>
    </message>
    <message>
        <source>“%1”: “loop” is true or false, and “ease” and “model” are words.</source>
        <translation>“%1”：“loop”应为真或假，“ease”与“model”应为词语。</translation>
    </message>
    <message>
        <source>keyframe %1</source>
        <translation>关键帧 %1</translation>
    </message>
    <message>
        <source>“%1”, %2: it needs a “time” in seconds.</source>
        <translation>“%1”的%2：需要以秒计的“time”。</translation>
    </message>
    <message>
        <source>“%1”, %2: there is no “%3”; use time, seed, x, y or latent.</source>
        <translation>“%1”的%2：没有“%3”；请用 time、seed、x、y 或 latent。</translation>
    </message>
    <message>
        <source>“%1”, %2: a latent is a list of numbers.</source>
        <translation>“%1”的%2：latent 应为数字列表。</translation>
    </message>
    <message>
        <source>“%1”, %2: a seed is a whole number from 0.</source>
        <translation>“%1”的%2：种子是从 0 起的整数。</translation>
    </message>
    <message>
        <source>“%1”, %2: x and y lie within a million of 0.</source>
        <translation>“%1”的%2：x 与 y 应在 0 的正负一百万以内。</translation>
    </message>
    <message>
        <source>“%1”, %2: %3 is no usable number.</source>
        <translation>“%1”的%2：%3 不是可用的数。</translation>
    </message>
    <message>
        <source>There is no pattern “%1”; choose %2.</source>
        <translation>没有伴奏型“%1”；可选 %2。</translation>
    </message>
    <message>
        <source>There is no bass “%1”; choose %2.</source>
        <translation>没有贝斯型“%1”；可选 %2。</translation>
    </message>
    <message>
        <source>The bass needs a range of an octave at least.</source>
        <translation>贝斯至少需要一个八度的音域。</translation>
    </message>
    <message>
        <source>“%1” is no chord; say it as in “Dm7” or “C/E”.</source>
        <translation>“%1”不是和弦；请写成“Dm7”或“C/E”这样。</translation>
    </message>
    <message>
        <source>“%1” is no chord of a key; say it as in “V7” or “ii”.</source>
        <translation>“%1”不是调内和弦；请写成“V7”或“ii”这样。</translation>
    </message>
    <message>
        <source>Chords need a range of an octave at least.</source>
        <translation>和弦至少需要一个八度的音域。</translation>
    </message>
    <message>
        <source>“%1” is no chord that the studio knows; say it as in “Dm7”.</source>
        <translation>“%1”不是工作室认识的和弦；请写成“Dm7”这样。</translation>
    </message>
    <message>
        <source>The rules leave no note that could follow; loosen one of them.</source>
        <translation>这些规则没有留下可以接续的音；请放宽其中一条。</translation>
    </message>
    <message>
        <source>There is no room to compose in; choose at least one bar.</source>
        <translation>没有可作曲的地方；请至少选择一个小节。</translation>
    </message>
    <message>
        <source>Choose a track to compose for.</source>
        <translation>请选择要作曲的音轨。</translation>
    </message>
    <message>
        <source>There is no such track to compose for.</source>
        <translation>没有这条要作曲的音轨。</translation>
    </message>
    <message>
        <source>The composer writes for %1 tracks at most.</source>
        <translation>作曲网络最多为 %1 条音轨作曲。</translation>
    </message>
    <message>
        <source>Between 1 and %1 bars can be written at once.</source>
        <translation>一次可写 1 至 %1 小节。</translation>
    </message>
    <message>
        <source>The range ends below its beginning; choose a highest note above.</source>
        <translation>音域的终点低于起点；请选择更高的最高音。</translation>
    </message>
    <message>
        <source>The bars are to have fewer notes at most than at least; swap them.</source>
        <translation>每小节的最多音数小于最少音数；请对调。</translation>
    </message>
    <message>
        <source>The largest leap is 0 semitones or more.</source>
        <translation>最大跳进为 0 个半音以上。</translation>
    </message>
    <message>
        <source>The rhythm has no note in the bars that are to be written.</source>
        <translation>节奏在要写的小节里没有音。</translation>
    </message>
    <message>
        <source>The metre does not fit the grid of the model; choose another one.</source>
        <translation>拍号与模型的网格不合；请另选一个。</translation>
    </message>
    <message>
        <source>No melody keeps all these rules; loosen %1.</source>
        <translation>没有旋律能满足所有这些规则；请放宽%1。</translation>
    </message>
    <message>
        <source>No melody keeps all these rules; take some of them away.</source>
        <translation>没有旋律能满足所有这些规则；请去掉几条。</translation>
    </message>
    <message>
        <source>the scale</source>
        <translation>音阶</translation>
    </message>
    <message>
        <source>No note of %1 lies between %2 and %3; widen the range or choose another scale.</source>
        <translation>%1 在 %2 与 %3 之间没有音；请放宽音域，或另选音阶。</translation>
    </message>
    <message>
        <source>The rhythm does not lie on the grid; quantise its notes first.</source>
        <translation>节奏不在网格上；请先量化其音符。</translation>
    </message>
    <message>
        <source>This model writes from C3 to B5; choose a range that reaches into it.</source>
        <translation>此模型写 C3 至 B5 的音；请选择与之相交的音域。</translation>
    </message>
    <message>
        <source>There is no drum style “%1”; choose %2.</source>
        <translation>没有鼓的风格“%1”；可选 %2。</translation>
    </message>
    <message>
        <source>Swing, unevenness and density lie between 0 and 1.</source>
        <translation>摇摆、参差与密度在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>There is no note in this track yet; draw one first.</source>
        <translation>这条音轨还没有音符；请先画一个。</translation>
    </message>
    <message>
        <source>A bar has 1 to 4 chords.</source>
        <translation>每小节有 1 至 4 个和弦。</translation>
    </message>
    <message>
        <source>There is no melody to put chords under; choose some notes.</source>
        <translation>没有可配和弦的旋律；请选择一些音符。</translation>
    </message>
    <message>
        <source>The network&apos;s description is damaged.</source>
        <translation>网络的描述已损坏。</translation>
    </message>
    <message>
        <source>The list of known tunes is damaged.</source>
        <translation>已知曲子的列表已损坏。</translation>
    </message>
    <message>
        <source>The weights are not those of the melody network.</source>
        <translation>这些权重不是旋律网络的。</translation>
    </message>
    <message>
        <source>What is to be continued is longer than the whole.</source>
        <translation>要接续的部分比整体还长。</translation>
    </message>
    <message>
        <source>There is no melody in it: no track with notes.</source>
        <translation>里面没有旋律：没有含音符的音轨。</translation>
    </message>
    <message>
        <source>There is no melody in it: no notes.</source>
        <translation>里面没有旋律：没有音符。</translation>
    </message>
    <message>
        <source>“%1” is damaged or no table of tunes.</source>
        <translation>“%1”已损坏，或不是曲子的表。</translation>
    </message>
    <message>
        <source>The melody has longer bars than the composer can say.</source>
        <translation>旋律的小节比作曲网络所能表达的长。</translation>
    </message>
    <message>
        <source>is no MIDI file, or its beginning is damaged.</source>
        <translation>不是 MIDI 文件，或其开头已损坏。</translation>
    </message>
    <message>
        <source>is empty: it holds no music.</source>
        <translation>是空的：里面没有音乐。</translation>
    </message>
    <message>
        <source>is damaged: its beginning, the MIDI header, is missing.</source>
        <translation>已损坏：缺少开头的 MIDI 文件头。</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 个字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 个字节</translation>
    </message>
    <message>
        <source>The first %1 were no MIDI.</source>
        <translation>最初的 %1不是 MIDI。</translation>
    </message>
    <message>
        <source>is cut off in its first bytes: it holds no music.</source>
        <translation>在最初几个字节处被截断：里面没有音乐。</translation>
    </message>
    <message>
        <source>It is of the unknown format %1 and was read as format 1.</source>
        <translation>格式 %1 不明，已按格式 1 读取。</translation>
    </message>
    <message>
        <source>holds no tracks: it is cut off or damaged.</source>
        <translation>没有音轨：被截断或已损坏。</translation>
    </message>
    <message>
        <source>1 track</source>
        <translation>1 条音轨</translation>
    </message>
    <message>
        <source>%1 tracks</source>
        <translation>%1 条音轨</translation>
    </message>
    <message>
        <source>1 track was</source>
        <translation>1 条音轨</translation>
    </message>
    <message>
        <source>%1 tracks were</source>
        <translation>%1 条音轨</translation>
    </message>
    <message>
        <source>It says that it has %1; %2 found.</source>
        <translation>文件称有 %1；实际找到 %2。</translation>
    </message>
    <message>
        <source>It says that a quarter has no ticks; 480 were assumed.</source>
        <translation>文件称四分音符没有刻度；已假定为 480。</translation>
    </message>
    <message>
        <source>counts time in frames of an unknown kind and cannot be read.</source>
        <translation>以未知类型的帧计时，无法读取。</translation>
    </message>
    <message>
        <source>It counts time in film frames; it was laid out at 120 beats a minute.</source>
        <translation>文件以影片帧计时；已按每分钟 120 拍排列。</translation>
    </message>
    <message>
        <source>claims to hold more than %1 tracks.</source>
        <translation>声称含有超过 %1 条音轨。</translation>
    </message>
    <message>
        <source>The length of %1 was wrong; what is there was read.</source>
        <translation>%1的长度有误；已读取现有部分。</translation>
    </message>
    <message>
        <source>%1 between or after the tracks were passed over.</source>
        <translation>已略过音轨之间或之后的 %1。</translation>
    </message>
    <message>
        <source>is larger than the %1 MiB that a song may have.</source>
        <translation>超过乐曲可有的 %1 MiB。</translation>
    </message>
    <message>
        <source>1 tempo</source>
        <translation>1 处速度</translation>
    </message>
    <message>
        <source>%1 tempos</source>
        <translation>%1 处速度</translation>
    </message>
    <message>
        <source>%1 beyond 4 to 1000 beats a minute were held within these.</source>
        <translation>%1超出每分钟 4 至 1000 拍，已限制在其内。</translation>
    </message>
    <message>
        <source>1 tempo, metre or key</source>
        <translation>1 处速度、拍号或调号</translation>
    </message>
    <message>
        <source>%1 tempos, metres or keys</source>
        <translation>%1 处速度、拍号或调号</translation>
    </message>
    <message>
        <source>%1 that cannot be were left out.</source>
        <translation>已略过 %1，因其不可能成立。</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>1 首曲子</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 首曲子</translation>
    </message>
    <message>
        <source>It holds %1, which were laid one after another.</source>
        <translation>含有 %1，已依次排列。</translation>
    </message>
    <message>
        <source>It holds no notes.</source>
        <translation>没有音符。</translation>
    </message>
    <message>
        <source>%1 without notes were left out, since there are more than %2.</source>
        <translation>音轨超过 %2 条，因此略过了没有音符的 %1。</translation>
    </message>
    <message>
        <source>has notes on more than the %1 tracks that a song can hold.</source>
        <translation>含音符的音轨超过乐曲可容纳的 %1 条。</translation>
    </message>
    <message>
        <source>The song would be larger than %1 MiB as MIDI; leave out some tracks.</source>
        <translation>乐曲写成 MIDI 会超过 %1 MiB；请去掉几条音轨。</translation>
    </message>
    <message>
        <source>None of the words names a mood that the studio knows; try “calm”, “joyful” or “dark”.</source>
        <translation>这些词里没有工作室认得的心情；试试“宁静”“欢乐”或“阴暗”。</translation>
    </message>
    <message>
        <source>The table of runs of notes is damaged.</source>
        <translation>音符序列表已损坏。</translation>
    </message>
    <message>
        <source>A note begins before the song or lasts no time at all.</source>
        <translation>有音符早于乐曲的开头，或没有时长。</translation>
    </message>
    <message>
        <source>A note has a pitch or a velocity that MIDI does not know.</source>
        <translation>有音符的音高或力度是 MIDI 所没有的。</translation>
    </message>
    <message>
        <source>Two notes of a track have the same id.</source>
        <translation>一条音轨中有两个音符的标识相同。</translation>
    </message>
    <message>
        <source>The temperature lies between 0.1 and 1.5.</source>
        <translation>温度在 0.1 与 1.5 之间。</translation>
    </message>
    <message>
        <source>The share of the likeliest lies above 0 and goes up to 1.</source>
        <translation>最可能部分的比例大于 0，最大为 1。</translation>
    </message>
    <message>
        <source>It holds %1 tunes; the first was read.</source>
        <translation>含有 %1 首曲子；已读取第一首。</translation>
    </message>
    <message>
        <source>holds a tune that is longer than any.</source>
        <translation>含有一首过长的曲子。</translation>
    </message>
    <message>
        <source>has a note that is longer than a piece of music.</source>
        <translation>有一个比整首音乐还长的音符。</translation>
    </message>
    <message>
        <source>is no score in MusicXML, kern or ABC, or its beginning is damaged.</source>
        <translation>不是 MusicXML、kern 或 ABC 乐谱，或其开头已损坏。</translation>
    </message>
    <message>
        <source>The song has no tracks; a score needs one at least.</source>
        <translation>乐曲没有音轨；乐谱至少需要一条。</translation>
    </message>
    <message>
        <source>The song has more than the %1 notes that a score can have.</source>
        <translation>乐曲的音符超过乐谱可有的 %1 个。</translation>
    </message>
    <message>
        <source>The song has too many bars to be written as a score; make it shorter.</source>
        <translation>乐曲的小节太多，无法写成乐谱；请缩短。</translation>
    </message>
    <message>
        <source>Controllers, pedal and bends were left out: a score has no place for them.</source>
        <translation>略过了控制器、踏板与弯音：乐谱中没有它们的位置。</translation>
    </message>
    <message>
        <source>Notes were settled on sixteenths and triplets, so that they can be read.</source>
        <translation>音符已归到十六分音符与三连音上，以便阅读。</translation>
    </message>
    <message>
        <source>holds no part that can be read.</source>
        <translation>没有可读取的声部。</translation>
    </message>
    <message>
        <source>has more than the %1 staves that a song can hold.</source>
        <translation>的谱表超过乐曲可容纳的 %1 个。</translation>
    </message>
    <message>
        <source>goes on for longer than a song can.</source>
        <translation>比乐曲所能容纳的还长。</translation>
    </message>
    <message>
        <source>has more than %1 notes in a part.</source>
        <translation>有一个声部超过 %1 个音符。</translation>
    </message>
    <message>
        <source>It has a metre that cannot be counted; its measures were counted in others.</source>
        <translation>有一个无法计数的拍号；其小节已按其他拍号计数。</translation>
    </message>
    <message>
        <source>It holds several pieces; the first was read.</source>
        <translation>含有多首曲子；已读取第一首。</translation>
    </message>
    <message>
        <source>holds no staff that can be read.</source>
        <translation>没有可读取的谱表。</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 had too few or too many columns and were left out.</source>
        <translation>%1的列数太少或太多，已略过。</translation>
    </message>
    <message>
        <source>has more than %1 columns.</source>
        <translation>超过 %1 列。</translation>
    </message>
    <message>
        <source>has more than %1 staves.</source>
        <translation>超过 %1 个谱表。</translation>
    </message>
    <message>
        <source>Its repeats could not be followed; it was read once through, as it is written.</source>
        <translation>无法依循其反复记号；已按所写从头到尾读取一遍。</translation>
    </message>
    <message>
        <source>takes longer to read than any score, and was given up.</source>
        <translation>读取时间过长，已放弃。</translation>
    </message>
    <message>
        <source>needs more memory than a score can, and was not opened.</source>
        <translation>需要的内存超过乐谱所能用的，没有打开。</translation>
    </message>
    <message>
        <source>The song could not be written as a score; try it with fewer tracks.</source>
        <translation>乐曲无法写成乐谱；请减少音轨后再试。</translation>
    </message>
    <message>
        <source>1 metre</source>
        <translation>1 个拍号</translation>
    </message>
    <message>
        <source>%1 metres</source>
        <translation>%1 个拍号</translation>
    </message>
    <message>
        <source>%1 that cannot be counted were left out.</source>
        <translation>已略过 %1，因其无法计数。</translation>
    </message>
    <message>
        <source>is damaged: its archive cannot be unpacked.</source>
        <translation>已损坏：其压缩包无法解开。</translation>
    </message>
    <message>
        <source>is packed in a way that cannot be read, or locked.</source>
        <translation>的打包方式无法读取，或已加密。</translation>
    </message>
    <message>
        <source>is larger than the %1 MiB that a score may have.</source>
        <translation>超过乐谱可有的 %1 MiB。</translation>
    </message>
    <message>
        <source>is damaged: it is no valid XML.</source>
        <translation>已损坏：不是有效的 XML。</translation>
    </message>
    <message>
        <source>is XML of another kind, not a score in MusicXML.</source>
        <translation>是另一种 XML，不是 MusicXML 乐谱。</translation>
    </message>
    <message>
        <source>is larger than the %1 MiB that such a file may have.</source>
        <translation>超过此类文件可有的 %1 MiB。</translation>
    </message>
    <message>
        <source>is damaged: the end of its archive is missing.</source>
        <translation>已损坏：缺少压缩包的结尾。</translation>
    </message>
    <message>
        <source>holds more than the %1 parts that an archive may have.</source>
        <translation>超过压缩包可有的 %1 个部分。</translation>
    </message>
    <message>
        <source>is an archive without a score in it.</source>
        <translation>是一个里面没有乐谱的压缩包。</translation>
    </message>
    <message>
        <source>unpacks to more than the %1 MiB that a score may have.</source>
        <translation>解压后超过乐谱可有的 %1 MiB。</translation>
    </message>
    <message>
        <source>is nested deeper than any score.</source>
        <translation>比任何乐谱嵌套得都深。</translation>
    </message>
    <message>
        <source>holds more than the %1 elements that a score may have.</source>
        <translation>超过乐谱可有的 %1 个元素。</translation>
    </message>
    <message>
        <source>defines entities, as files made to do harm do; it was not opened.</source>
        <translation>定义了实体，像是恶意文件；没有打开。</translation>
    </message>
    <message>
        <source>A controller lies before the song or has no number.</source>
        <translation>有控制器早于乐曲的开头，或没有编号。</translation>
    </message>
    <message>
        <source>A track has an instrument or a volume that MIDI does not know.</source>
        <translation>有音轨的乐器或音量是 MIDI 所没有的。</translation>
    </message>
    <message>
        <source>The loop ends before it begins.</source>
        <translation>循环的终点早于起点。</translation>
    </message>
    <message>
        <source>A song holds %1 tracks at most.</source>
        <translation>一首乐曲最多 %1 条音轨。</translation>
    </message>
    <message>
        <source>is no song of a kind that the studio reads: MIDI, MusicXML, kern or ABC; or its beginning is damaged.</source>
        <translation>不是工作室能读取的乐曲（MIDI、MusicXML、kern 或 ABC），或其开头已损坏。</translation>
    </message>
    <message>
        <source>“%1” does not end in a kind of song that can be written; use %2.</source>
        <translation>“%1”的结尾不是可写入的乐曲类型；请用 %2。</translation>
    </message>
    <message>
        <source>“%1” exists already; choose another name or allow it to be replaced.</source>
        <translation>“%1”已存在；请另选名称，或允许替换。</translation>
    </message>
    <message>
        <source>is a link that leads in a circle; open the song itself.</source>
        <translation>是一个绕回自身的链接；请直接打开乐曲。</translation>
    </message>
    <message>
        <source>is a device, not a file of music.</source>
        <translation>是设备，不是音乐文件。</translation>
    </message>
    <message>
        <source>is not a name that a file can have.</source>
        <translation>不能作为文件名。</translation>
    </message>
    <message>
        <source>is larger than the %1 MiB that a file of music may have.</source>
        <translation>超过音乐文件可有的 %1 MiB。</translation>
    </message>
    <message>
        <source>“%1” needs more memory than there is; close other programs and try again.</source>
        <translation>“%1”需要的内存超过现有内存；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>is a folder; open a song inside it.</source>
        <translation>是文件夹；请打开其中的乐曲。</translation>
    </message>
    <message>
        <source>is a device or a pipe, not a file of music.</source>
        <translation>是设备或管道，不是音乐文件。</translation>
    </message>
    <message>
        <source>There is no note that could be counted.</source>
        <translation>没有可统计的音符。</translation>
    </message>
    <message>
        <source>The key is none that the studio knows, such as “D dorian”.</source>
        <translation>这个调不是工作室认识的，例如“D dorian”。</translation>
    </message>
    <message>
        <source>“%1” is no key; say it as in “D dorian”. The scales are: %2.</source>
        <translation>“%1”不是调；请写成“D dorian”这样。音阶有：%2。</translation>
    </message>
    <message>
        <source>The tempo lies between 4 and 1000 beats a minute.</source>
        <translation>速度在每分钟 4 至 1000 拍之间。</translation>
    </message>
    <message>
        <source>The metre has 1 to 64 beats of 1/1 to 1/64.</source>
        <translation>拍号为 1 至 64 拍，以 1/1 至 1/64 为一拍。</translation>
    </message>
    <message>
        <source>The composer reads 1 to %1 tracks.</source>
        <translation>作曲网络可读 1 至 %1 条音轨。</translation>
    </message>
    <message>
        <source>The piece is longer than %1 bars.</source>
        <translation>乐曲超过 %1 小节。</translation>
    </message>
    <message>
        <source>The piece is damaged: it breaks off.</source>
        <translation>乐曲已损坏：中途断掉。</translation>
    </message>
    <message>
        <source>The song does not lie on the composer&apos;s grid; snap it first.</source>
        <translation>乐曲不在作曲网络的网格上；请先吸附。</translation>
    </message>
    <message>
        <source>A chord is none that the studio knows, such as “Dm7”.</source>
        <translation>和弦不是工作室认识的，例如“Dm7”。</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>The piece is damaged: number %1 cannot follow %2.</source>
        <translation>乐曲已损坏：编号 %1 不能接在 %2 之后。</translation>
    </message>
    <message>
        <source>The weights are not those of the composer.</source>
        <translation>这些权重不是作曲网络的。</translation>
    </message>
    <message>
        <source>The studio&apos;s folder “%1” is missing; please install Klangbild again.</source>
        <translation>缺少工作室的文件夹“%1”；请重新安装 Klangbild。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>“%1” may not be written: the folder or file is protected; choose another.</source>
        <translation>无法写入“%1”：文件夹或文件受保护；请另选一个。</translation>
    </message>
    <message>
        <source>“%1” could not be written: the disk is full; free some space and try again.</source>
        <translation>无法写入“%1”：磁盘已满；请腾出空间后重试。</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is no such folder; choose another.</source>
        <translation>无法写入“%1”：没有这个文件夹；请另选一个。</translation>
    </message>
    <message>
        <source>“%1” is a folder; choose a file name.</source>
        <translation>“%1”是文件夹；请选择文件名。</translation>
    </message>
    <message>
        <source>“%1” could not be written: the name is too long; choose a shorter one.</source>
        <translation>无法写入“%1”：名称太长；请选择较短的名称。</translation>
    </message>
    <message>
        <source>The Fast network “%1” is missing: train the style again.</source>
        <translation>缺少快速网络“%1”：请重新训练该风格。</translation>
    </message>
    <message>
        <source>VGG-19 is not here yet: “studio add vgg19” fetches it (548 MB), “studio add vgg19 FILE” takes a file that you have.</source>
        <translation>还没有 VGG-19：“studio add vgg19”可下载它（548 MB），“studio add vgg19 FILE”可使用您已有的文件。</translation>
    </message>
    <message>
        <source>The weights of the %1 are missing (%2): install anew.</source>
        <translation>缺少%1的权重（%2）：请重新安装。</translation>
    </message>
    <message>
        <source>There is no model “%1” that writes music; there are %2.</source>
        <translation>没有会写音乐的模型“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>There is no model “%1”.</source>
        <translation>没有模型“%1”。</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>There is no model “%1” with a latent space; there are %2.</source>
        <translation>没有带潜在空间的模型“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>install anew</source>
        <translation>请重新安装</translation>
    </message>
    <message>
        <source>remove it and add it again</source>
        <translation>请移除后重新添加</translation>
    </message>
    <message>
        <source>The weights of %1 (%2) are damaged: %3.</source>
        <translation>%1的权重（%2）已损坏：%3。</translation>
    </message>
    <message>
        <source>There is no encoder “%1”; there are %2.</source>
        <translation>没有编码器“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is not valid UTF-8.</source>
        <translation>“%1”已损坏：不是有效的 UTF-8。</translation>
    </message>
    <message>
        <source>There is no recipe in “%1”: it was not made by this studio.</source>
        <translation>“%1”里没有配方：它不是由此工作室制作的。</translation>
    </message>
    <message>
        <source>The recipe does not name its photo; say which one with --photo.</source>
        <translation>配方没有指明照片；请用 --photo 指定。</translation>
    </message>
    <message>
        <source>“%1” is not the picture that the recipe was made from; to paint it all the same, give it with --photo.</source>
        <translation>“%1”不是制作此配方所用的图片；仍要绘制，请用 --photo 指定。</translation>
    </message>
    <message>
        <source>The photo “%1” was not found beside the recipe; say where it is with --photo.</source>
        <translation>配方旁找不到照片“%1”；请用 --photo 指明位置。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read: %2.</source>
        <translation>无法读取文件夹“%1”：%2。</translation>
    </message>
    <message>
        <source>There is no picture in the folder “%1”.</source>
        <translation>文件夹“%1”里没有图片。</translation>
    </message>
    <message>
        <source>Several photos need a folder as output, and “%1” is a file name.</source>
        <translation>多张照片需要以文件夹为输出，而“%1”是文件名。</translation>
    </message>
    <message>
        <source>Several photos need a folder as output, and “%1” is a file.</source>
        <translation>多张照片需要以文件夹为输出，而“%1”是文件。</translation>
    </message>
    <message>
        <source>“%1” has none of the suffixes that are written: %2.</source>
        <translation>“%1”没有可写入的后缀：%2。</translation>
    </message>
    <message>
        <source>“%1” is the photo itself; choose another output.</source>
        <translation>“%1”就是照片本身；请另选输出。</translation>
    </message>
    <message>
        <source>“%1” exists already; choose another name or give --force.</source>
        <translation>“%1”已存在；请另选名称，或加上 --force。</translation>
    </message>
    <message>
        <source>There is no folder “%1” to write into.</source>
        <translation>没有可写入的文件夹“%1”。</translation>
    </message>
    <message>
        <source>Nothing may be written into the folder “%1”.</source>
        <translation>不能写入文件夹“%1”。</translation>
    </message>
    <message>
        <source>There is no style “%1”; “studio styles” lists them.</source>
        <translation>没有风格“%1”；“studio styles”可列出全部风格。</translation>
    </message>
    <message>
        <source>There is no picture “%1”.</source>
        <translation>没有图片“%1”。</translation>
    </message>
    <message>
        <source>There is no style “%1”; did you mean “%2”? “studio styles” lists them.</source>
        <translation>没有风格“%1”；您是指“%2”吗？“studio styles”可列出全部风格。</translation>
    </message>
    <message>
        <source>The weight of “%1” should be a number above 0, not %2.</source>
        <translation>“%1”的权重应为大于 0 的数，而不是 %2。</translation>
    </message>
    <message>
        <source>Nothing was written there; take another seed, a higher temperature or more bars.</source>
        <translation>那里什么都没有写出；请换种子、提高温度，或增加小节。</translation>
    </message>
    <message>
        <source>The composer wrote nothing; take another seed or a higher temperature.</source>
        <translation>作曲网络什么都没有写；请换种子或提高温度。</translation>
    </message>
    <message>
        <source>No note may begin in a bar by these rules; allow one at least.</source>
        <translation>按这些规则，小节里不能有音；请至少允许一个。</translation>
    </message>
    <message>
        <source>That is too long to be composed at once; choose fewer bars.</source>
        <translation>太长，无法一次作曲；请减少小节。</translation>
    </message>
    <message>
        <source>The range is too narrow for this model; widen it by some notes.</source>
        <translation>音域对此模型来说太窄；请放宽几个音。</translation>
    </message>
    <message>
        <source>There is no room for a new note there by these rules; loosen one of them or let fewer notes stay.</source>
        <translation>按这些规则，那里没有新音的位置；请放宽其中一条，或少保留一些音。</translation>
    </message>
    <message>
        <source>Notes that stay sound all the time there; choose another stretch.</source>
        <translation>保留的音在那里一直响着；请另选一段。</translation>
    </message>
    <message>
        <source>The melody network writes no drums; choose the composer, or Accompany with drums.</source>
        <translation>旋律网络不写鼓；请选择作曲网络，或用“伴奏”写鼓。</translation>
    </message>
    <message>
        <source>There is nothing before that place to go on from; choose a later one, or Generate.</source>
        <translation>那里之前没有可接续的；请选择靠后的位置，或用“生成”。</translation>
    </message>
    <message>
        <source>There is no note around to fill in between; use Generate instead.</source>
        <translation>周围没有音符可供填充；请改用“生成”。</translation>
    </message>
    <message>
        <source>There is no note to vary; choose some that are not locked.</source>
        <translation>没有可变奏的音符；请选择一些未锁定的。</translation>
    </message>
    <message>
        <source>Drums have no melody; choose the track of the melody.</source>
        <translation>鼓没有旋律；请选择旋律所在的音轨。</translation>
    </message>
    <message>
        <source>There is no melody in that stretch; choose its track and its bars.</source>
        <translation>那一段没有旋律；请选择旋律的音轨与小节。</translation>
    </message>
    <message>
        <source>“%1” does not end in a kind of file that can be written; use %2.</source>
        <translation>“%1”的结尾不是可写入的文件类型；请用 %2。</translation>
    </message>
    <message>
        <source>The composer found no chord; take another seed or a higher temperature.</source>
        <translation>作曲网络没有找到和弦；请换种子或提高温度。</translation>
    </message>
    <message>
        <source>The recipe is none of a composition.</source>
        <translation>这个配方不是作曲的配方。</translation>
    </message>
    <message>
        <source>The recipe holds no song, as that was too long; it cannot be run again.</source>
        <translation>配方不含乐曲，因为乐曲太长；无法再次运行。</translation>
    </message>
    <message>
        <source>The composition in the recipe is damaged; write it anew.</source>
        <translation>配方中的作曲已损坏；请重新写入。</translation>
    </message>
    <message>
        <source>There is no verb “%1”; there are %2.</source>
        <translation>没有操作“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>There is no track to compose for; add one first.</source>
        <translation>没有可作曲的音轨；请先添加一条。</translation>
    </message>
    <message>
        <source>Between 1 and %1 variations can be composed.</source>
        <translation>一次可作 1 至 %1 个变体。</translation>
    </message>
    <message>
        <source>Change and humanising lie between 0 and 1.</source>
        <translation>改动与人性化在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>An accompaniment is made of %1.</source>
        <translation>伴奏由 %1 组成。</translation>
    </message>
    <message>
        <source>At most %1 bars can be composed at once.</source>
        <translation>一次最多作 %1 小节。</translation>
    </message>
    <message>
        <source>The rules leave nothing to vary; loosen one of them or change more.</source>
        <translation>这些规则没有留下可变奏的；请放宽其中一条，或多改一些。</translation>
    </message>
    <message>
        <source>“%1” is no note; say it as in “C4” or “F#5”.</source>
        <translation>“%1”不是音；请写成“C4”或“F#5”这样。</translation>
    </message>
    <message>
        <source>“%1” is no range; say it as in “C4-C6”.</source>
        <translation>“%1”不是音域；请写成“C4-C6”这样。</translation>
    </message>
    <message>
        <source>“%1” is no density; say it as in “2-8” notes a bar.</source>
        <translation>“%1”不是密度；请写成每小节“2-8”个音这样。</translation>
    </message>
    <message>
        <source>“%1” is no metre; say it as in “3/4”.</source>
        <translation>“%1”不是拍号；请写成“3/4”这样。</translation>
    </message>
    <message>
        <source>“%1” has a bar without a chord; say it as in “Dm7 | G7 | C”.</source>
        <translation>“%1”中有小节没有和弦；请写成“Dm7 | G7 | C”这样。</translation>
    </message>
    <message>
        <source>The song has %1 tracks; there is no %2.</source>
        <translation>乐曲有 %1 条音轨；没有第 %2 条。</translation>
    </message>
    <message>
        <source>There is no sheet of “%1”; there are %2.</source>
        <translation>没有“%1”的小样；可用的有 %2。</translation>
    </message>
    <message>
        <source>Choose a style to paint with.</source>
        <translation>请选择要绘制的风格。</translation>
    </message>
    <message>
        <source>The two places are the same, so no direction leads between them.</source>
        <translation>两个位置相同，它们之间没有方向。</translation>
    </message>
    <message>
        <source>A model can have %1 directions of yours; remove one.</source>
        <translation>一个模型最多可有 %1 个您的方向；请移除一个。</translation>
    </message>
    <message>
        <source>The directions in “%1” belong to another model.</source>
        <translation>“%1”中的方向属于另一个模型。</translation>
    </message>
    <message>
        <source>“%1” holds no directions; export some from a model first.</source>
        <translation>“%1”不含方向；请先从模型导出。</translation>
    </message>
    <message>
        <source>The directions in “%1” are damaged; export them again.</source>
        <translation>“%1”中的方向已损坏；请重新导出。</translation>
    </message>
    <message>
        <source>The recipe is none of a dream.</source>
        <translation>这个配方不是梦境的配方。</translation>
    </message>
    <message>
        <source>What stands here is a melody; keep it in the song instead.</source>
        <translation>这里是一段旋律；请改为保留到乐曲中。</translation>
    </message>
    <message>
        <source>The side of the dream in the recipe is out of bounds.</source>
        <translation>配方中梦境的边长超出范围。</translation>
    </message>
    <message>
        <source>“%1” holds no tune in ABC: no line that begins with X:.</source>
        <translation>“%1”不含 ABC 曲子：没有以 X: 开头的行。</translation>
    </message>
    <message>
        <source>At least one melody, one way and one sample are needed.</source>
        <translation>至少需要一段旋律、一条路径和一个样本。</translation>
    </message>
    <message>
        <source>A space of pictures is measured on the pictures that it learned from; name their folder with --data.</source>
        <translation>图片空间要用它所学的图片来衡量；请用 --data 指明其文件夹。</translation>
    </message>
    <message>
        <source>Fewer than two melodies of %1 bars in 4/4 are among the tunes that a training leaves out; name another folder with --data.</source>
        <translation>训练留出的曲子中，%1 小节的 4/4 旋律不足两段；请用 --data 指明其他文件夹。</translation>
    </message>
    <message>
        <source>Name a MIDI, ABC or MusicXML file whose melody is to be measured.</source>
        <translation>请指明要衡量其旋律的 MIDI、ABC 或 MusicXML 文件。</translation>
    </message>
    <message>
        <source>There is no melody network here; make one with “studio train lstm”.</source>
        <translation>这里没有旋律网络；请用“studio train lstm”训练一个。</translation>
    </message>
    <message>
        <source>Name a song in MIDI, MusicXML, kern or ABC that is to be measured.</source>
        <translation>请指明要衡量的 MIDI、MusicXML、kern 或 ABC 乐曲。</translation>
    </message>
    <message>
        <source>This model writes melodies; choose a name that ends in .mid.</source>
        <translation>此模型写旋律；请选择以 .mid 结尾的名称。</translation>
    </message>
    <message>
        <source>This model makes pictures; choose a name that ends in .png or .gif.</source>
        <translation>此模型作图片；请选择以 .png 或 .gif 结尾的名称。</translation>
    </message>
    <message>
        <source>That would be %1 bars; ask for fewer frames or steps.</source>
        <translation>那将有 %1 小节；请减少帧或步。</translation>
    </message>
    <message>
        <source>There is no melody in these bars: no notes.</source>
        <translation>这些小节里没有旋律：没有音符。</translation>
    </message>
    <message>
        <source>Ask for a grid, for a way between two files, or for a walk.</source>
        <translation>请要求网格、两个文件之间的路径，或漫游。</translation>
    </message>
    <message>
        <source>A grid has 1 to %1 places.</source>
        <translation>网格有 1 至 %1 个位置。</translation>
    </message>
    <message>
        <source>On a way there are 2 to %1 steps.</source>
        <translation>路径上有 2 至 %1 步。</translation>
    </message>
    <message>
        <source>The truncation lies between 0 and 2; 1 changes nothing.</source>
        <translation>截断在 0 与 2 之间；1 表示不变。</translation>
    </message>
    <message>
        <source>The temperature lies between 0 and 1.5.</source>
        <translation>温度在 0 与 1.5 之间。</translation>
    </message>
    <message>
        <source>The side of a picture lies between 16 and %1 pixels.</source>
        <translation>图片边长在 16 至 %1 像素之间。</translation>
    </message>
    <message>
        <source>A seed is a whole number from 0; x and y lie within a million of 0.</source>
        <translation>种子是从 0 起的整数；x 与 y 应在 0 的正负一百万以内。</translation>
    </message>
    <message>
        <source>“%1” is no grid; say rows and columns, such as 3x4.</source>
        <translation>“%1”不是网格；请写行与列，如 3x4。</translation>
    </message>
    <message>
        <source>“%1” is no name of a film; use one in .mp4 or .gif, or that of a folder for a sequence of pictures.</source>
        <translation>“%1”不是影片的名称；请以 .mp4 或 .gif 结尾，或用文件夹名存放图片序列。</translation>
    </message>
    <message>
        <source>A film has 1 to %1 frames a second.</source>
        <translation>影片每秒 1 至 %1 帧。</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is no such folder.</source>
        <translation>无法写入“%1”：没有这个文件夹。</translation>
    </message>
    <message>
        <source>“%1” is a file; choose the name of a folder.</source>
        <translation>“%1”是文件；请选择文件夹的名称。</translation>
    </message>
    <message>
        <source>There are files in “%1” already; choose another folder.</source>
        <translation>“%1”里已有文件；请另选文件夹。</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>The film could not be written: %1.</source>
        <translation>无法写入影片：%1。</translation>
    </message>
    <message>
        <source>An MP4 film needs the library “av”: install it with “pip install av”, or choose a name that ends in .gif.</source>
        <translation>MP4 影片需要“av”库：请用“pip install av”安装，或选择以 .gif 结尾的名称。</translation>
    </message>
    <message>
        <source>Only Instant and Fast paint films: the others take minutes for every frame. Choose one of these, or paint a still.</source>
        <translation>只有即时与快速能绘制影片：其他引擎每帧需要数分钟。请选择其一，或绘制静态图片。</translation>
    </message>
    <message>
        <source>A painted film has a side of %1 pixels at least; choose more.</source>
        <translation>绘制的影片边长至少 %1 像素；请选大一些。</translation>
    </message>
    <message>
        <source>The side of a film lies between 16 and %1 pixels.</source>
        <translation>影片边长在 16 至 %1 像素之间。</translation>
    </message>
    <message>
        <source>Only a film that ends in .mp4 carries music.</source>
        <translation>只有以 .mp4 结尾的影片可带音乐。</translation>
    </message>
    <message>
        <source>The song has no notes, so there is nothing to hear.</source>
        <translation>乐曲没有音符，因此没有可听的。</translation>
    </message>
    <message>
        <source>The music of a film ends before it begins; choose other bars.</source>
        <translation>影片的音乐在开始之前就结束了；请选择其他小节。</translation>
    </message>
    <message>
        <source>A melody is moved by at most %1 octaves.</source>
        <translation>旋律最多移动 %1 个八度。</translation>
    </message>
    <message>
        <source>The melody would end after the end of time; go further left.</source>
        <translation>旋律会超出时间的尽头；请往左移。</translation>
    </message>
    <message>
        <source>Bar %1</source>
        <translation>第 %1 小节</translation>
    </message>
    <message>
        <source>%1 is in %2/%3, but the models of melodies know 4/4 and 2/4; choose bars in one of these.</source>
        <translation>%1为 %2/%3 拍，而旋律模型只认 4/4 与 2/4；请选择这两种拍号的小节。</translation>
    </message>
    <message>
        <source>This model writes melodies; choose one of pictures to find a picture.</source>
        <translation>此模型写旋律；要查找图片，请选择图片模型。</translation>
    </message>
    <message>
        <source>A place in a latent space is made of finite numbers.</source>
        <translation>潜在空间中的位置由有限的数组成。</translation>
    </message>
    <message>
        <source>The truncation lies between 0 and 2, and wandering from 0 to 1.</source>
        <translation>截断在 0 与 2 之间，漫步从 0 到 1。</translation>
    </message>
    <message>
        <source>Along a direction it goes at most %1 deviations.</source>
        <translation>沿一个方向最多走 %1 个标准差。</translation>
    </message>
    <message>
        <source>That is more than a place in a latent space can be made of.</source>
        <translation>潜在空间中的位置不能由这么多组成。</translation>
    </message>
    <message>
        <source>This place has %1 numbers, but the model has %2: it belongs to another model.</source>
        <translation>此位置有 %1 个数，而模型有 %2 个：它属于另一个模型。</translation>
    </message>
    <message>
        <source>This place in a latent space is damaged.</source>
        <translation>潜在空间中的此位置已损坏。</translation>
    </message>
    <message>
        <source>The table names something that can be neither seen nor decided.</source>
        <translation>表中指明了既不能看见也不能决定的东西。</translation>
    </message>
    <message>
        <source>How much something decides lies between -1 and 1.</source>
        <translation>决定的程度在 -1 与 1 之间。</translation>
    </message>
    <message>
        <source>A decision that is set by hand lies between 0 and 1.</source>
        <translation>手动设置的决定在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>The table from picture to music is damaged.</source>
        <translation>从图片到音乐的表已损坏。</translation>
    </message>
    <message>
        <source>“%1” carries no song; a sound that the studio exported does, or MIDI.</source>
        <translation>“%1”不带乐曲；由工作室导出的声音或 MIDI 才带有。</translation>
    </message>
    <message>
        <source>The recipe in “%1” holds no song; open its MIDI file instead.</source>
        <translation>“%1”中的配方不含乐曲；请改为打开其 MIDI 文件。</translation>
    </message>
    <message>
        <source>The song in “%1” is damaged.</source>
        <translation>“%1”中的乐曲已损坏。</translation>
    </message>
    <message>
        <source>Give the style a title.</source>
        <translation>请给风格起个标题。</translation>
    </message>
    <message>
        <source>The photo is too small (%1 × %2); it needs at least %3 pixels a side.</source>
        <translation>照片太小（%1 × %2）；每边至少需要 %3 像素。</translation>
    </message>
    <message>
        <source>At %1 px the photo would be only %2 px narrow; choose at least %3 px.</source>
        <translation>在 %1 像素时照片只有 %2 像素窄；请至少选择 %3 像素。</translation>
    </message>
    <message>
        <source>At %1 px the photo would be only %2 px narrow; crop it first.</source>
        <translation>在 %1 像素时照片只有 %2 像素窄；请先裁剪。</translation>
    </message>
    <message>
        <source>%1 GB of memory are needed and not free; close other programs.</source>
        <translation>需要 %1 GB 内存，而没有这么多空闲；请关闭其他程序。</translation>
    </message>
    <message>
        <source>%1 px need more memory than is free; up to %2 px fit now. Choose that, or close other programs.</source>
        <translation>%1 像素需要的内存多于空闲内存；目前最多可用 %2 像素。请选择它，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Fine takes its time; Instant and Fast follow the hand.</source>
        <translation>精细引擎需要时间；即时与快速可随手而动。</translation>
    </message>
    <message>
        <source>Fast has not learned “%1” yet: train it, or paint it with Instant.</source>
        <translation>快速引擎还没有学过“%1”：请训练它，或用即时引擎绘制。</translation>
    </message>
    <message>
        <source>“%1” has a network of its own in Fast and cannot be mixed with others there; mix it with Instant or Fine.</source>
        <translation>“%1”在快速引擎中有自己的网络，不能与其他风格混合；请用即时或精细引擎混合。</translation>
    </message>
    <message>
        <source>A style needs the name of a card or the path of a picture.</source>
        <translation>风格需要风格卡的名称或图片的路径。</translation>
    </message>
    <message>
        <source>A style&apos;s weight should be above 0.</source>
        <translation>风格的权重应大于 0。</translation>
    </message>
    <message>
        <source>The checksum of the photo is not a SHA-256.</source>
        <translation>照片的校验和不是 SHA-256。</translation>
    </message>
    <message>
        <source>At most %1 styles can be mixed.</source>
        <translation>最多可混合 %1 种风格。</translation>
    </message>
    <message>
        <source>The recipe asks for “%1”, which this studio has not.</source>
        <translation>配方要求“%1”，而此工作室没有。</translation>
    </message>
    <message>
        <source>The recipe&apos;s styles are not a list of at most five.</source>
        <translation>配方的风格不是最多五项的列表。</translation>
    </message>
    <message>
        <source>The recipe is for “%1”, not for repainting a photo.</source>
        <translation>这个配方用于“%1”，而不是重绘照片。</translation>
    </message>
    <message>
        <source>The recipe names a style on another machine, which is never opened.</source>
        <translation>配方指向另一台计算机上的风格，不会打开。</translation>
    </message>
    <message>
        <source>A style in the recipe is not a name with a weight.</source>
        <translation>配方中有一种风格不是带权重的名称。</translation>
    </message>
    <message>
        <source>%1 should be a number.</source>
        <translation>%1应为数字。</translation>
    </message>
    <message>
        <source>%1 should be a finite number.</source>
        <translation>%1应为有限的数。</translation>
    </message>
    <message>
        <source>%1 should be between %2 and %3.</source>
        <translation>%1应在 %2 与 %3 之间。</translation>
    </message>
    <message>
        <source>%1 should be a whole number.</source>
        <translation>%1应为整数。</translation>
    </message>
    <message>
        <source>There is no %1 “%2”; there are %3.</source>
        <translation>没有%1“%2”；可用的有 %3。</translation>
    </message>
    <message>
        <source>The card “%1” holds statistics for the studio&apos;s own encoder; with VGG-19 give the picture itself as the style.</source>
        <translation>风格卡“%1”含有的是工作室自有编码器的统计；用 VGG-19 时请以图片本身为风格。</translation>
    </message>
    <message>
        <source>One title cannot name several pictures; give an --index, or one picture.</source>
        <translation>一个标题不能用于多张图片；请给出 --index，或只给一张图片。</translation>
    </message>
    <message>
        <source>“%1” is not a CSV file in UTF-8.</source>
        <translation>“%1”不是 UTF-8 的 CSV 文件。</translation>
    </message>
    <message>
        <source>“%1” lacks the columns file, title, artist and year.</source>
        <translation>“%1”缺少 file、title、artist 与 year 列。</translation>
    </message>
    <message>
        <source>There is no piece to learn from in it.</source>
        <translation>里面没有可学的乐曲。</translation>
    </message>
    <message>
        <source>“%1” is no set of music; there are %2.</source>
        <translation>“%1”不是乐曲集；可用的有 %2。</translation>
    </message>
    <message>
        <source>There is no set of music in “%1”.</source>
        <translation>“%1”里没有乐曲集。</translation>
    </message>
    <message>
        <source>No painting and no style card was found below %1.</source>
        <translation>在 %1 下找不到画作，也找不到风格卡。</translation>
    </message>
    <message>
        <source>“%1” is not a folder of pictures.</source>
        <translation>“%1”不是图片文件夹。</translation>
    </message>
    <message>
        <source>The weights need a name that ends in .safetensors, not “%1”.</source>
        <translation>权重的名称应以 .safetensors 结尾，而不是“%1”。</translation>
    </message>
    <message>
        <source>Only %1 melodies of %2 bars in 4/4 were found; at least %3 are needed: add more tunes, or learn fewer bars.</source>
        <translation>只找到 %1 段 %2 小节的 4/4 旋律；至少需要 %3 段：请增加曲子，或学习较少的小节。</translation>
    </message>
    <message>
        <source>Give the new model a name.</source>
        <translation>请给新模型起个名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a model: take up to %2 letters, digits, spaces, hyphens and dots.</source>
        <translation>“%1”不能作为模型的名称：最多 %2 个字母、数字、空格、连字符与点。</translation>
    </message>
    <message>
        <source>“%1” is a model of the studio; choose another name for yours.</source>
        <translation>“%1”是工作室自带的模型；请为您的模型另选名称。</translation>
    </message>
    <message>
        <source>There is a model “%1” already; choose another name.</source>
        <translation>已有模型“%1”；请另选名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: %2.</source>
        <translation>无法删除“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be renamed: %2.</source>
        <translation>无法给“%1”改名：%2。</translation>
    </message>
    <message>
        <source>Choose an autoencoder or a generator, of 64 or 128 pixels.</source>
        <translation>请选择自编码器或生成器，64 或 128 像素。</translation>
    </message>
    <message>
        <source>A training on own pictures takes up to %1 steps.</source>
        <translation>用自己的图片训练最多 %1 步。</translation>
    </message>
    <message>
        <source>A training takes up to 100000 steps and a day.</source>
        <translation>训练最多 100000 步、最长一天。</translation>
    </message>
    <message>
        <source>There is a style “%1” already: choose another name, or train that one as “%2”.</source>
        <translation>已有风格“%1”：请另选名称，或以“%2”训练那一个。</translation>
    </message>
    <message>
        <source>A training on own tunes takes up to %1 steps.</source>
        <translation>用自己的曲子训练最多 %1 步。</translation>
    </message>
    <message>
        <source>There is no melody in these tunes, only drums or too few notes; choose the composer, or other tunes.</source>
        <translation>这些曲子里没有旋律，只有鼓或音符太少；请选择作曲网络，或其他曲子。</translation>
    </message>
    <message>
        <source>A rhythm is that of the notes or that of the bars.</source>
        <translation>节奏取自音符或小节。</translation>
    </message>
    <message>
        <source>The rhythm ends before it begins; choose other bars.</source>
        <translation>节奏的终点早于起点；请选择其他小节。</translation>
    </message>
    <message>
        <source>The song has no notes, so it gives no rhythm.</source>
        <translation>乐曲没有音符，因此没有节奏。</translation>
    </message>
    <message>
        <source>There are no notes in these bars; choose another track or other bars.</source>
        <translation>这些小节里没有音符；请选择其他音轨或小节。</translation>
    </message>
    <message>
        <source>That is music for %1 minutes, and a walk lasts an hour at most; choose fewer bars.</source>
        <translation>那是 %1 分钟的音乐，而漫游最长一小时；请减少小节。</translation>
    </message>
    <message>
        <source>There is one note only; a rhythm needs at least two.</source>
        <translation>只有一个音；节奏至少需要两个。</translation>
    </message>
    <message>
        <source>The song has no such track; choose another for the rhythm.</source>
        <translation>乐曲没有这条音轨；请另选一条取其节奏。</translation>
    </message>
    <message>
        <source>A walk becomes %1 to %2 melodies.</source>
        <translation>一次漫游可成为 %1 至 %2 段旋律。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged or another training&apos;s; move it away.</source>
        <translation>检查点 %1 已损坏，或属于另一次训练；请将其移走。</translation>
    </message>
    <message>
        <source>There is no loss “%1”; there are %2.</source>
        <translation>没有损失函数“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>The training diverged: some weights are not finite; use a lower rate.</source>
        <translation>训练发散：有些权重不是有限的数；请降低学习率。</translation>
    </message>
    <message>
        <source>“%1” should be a JSON table of data set names and texts.</source>
        <translation>“%1”应为数据集名称与文字的 JSON 表。</translation>
    </message>
    <message>
        <source>“%1” should be NAME=TEXT: the data set&apos;s name and its licence.</source>
        <translation>“%1”应写成 NAME=TEXT：数据集的名称及其许可证。</translation>
    </message>
    <message>
        <source>No tune was found below “%1”: there is no .abc file.</source>
        <translation>在“%1”下找不到曲子：没有 .abc 文件。</translation>
    </message>
    <message>
        <source>No tune could be read below “%1”.</source>
        <translation>“%1”下没有可读取的曲子。</translation>
    </message>
    <message>
        <source>“%1” is no chord of a progression.</source>
        <translation>“%1”不是和弦进行中的和弦。</translation>
    </message>
    <message>
        <source>“%1” lacks the columns %2.</source>
        <translation>“%1”缺少列 %2。</translation>
    </message>
    <message>
        <source>“%1” is damaged: a value is none.</source>
        <translation>“%1”已损坏：有一个值为空。</translation>
    </message>
    <message>
        <source>“%1” is not a folder of music.</source>
        <translation>“%1”不是音乐文件夹。</translation>
    </message>
    <message>
        <source>“%1” is no table of chorales.</source>
        <translation>“%1”不是圣咏的表。</translation>
    </message>
    <message>
        <source>No piece was found below “%1”.</source>
        <translation>在“%1”下找不到乐曲。</translation>
    </message>
    <message>
        <source>it is no folder</source>
        <translation>它不是文件夹</translation>
    </message>
    <message>
        <source>There are films below %1, but no readable pictures; export single frames from them first, at least %2.</source>
        <translation>%1 下有影片，但没有可读取的图片；请先从中导出单帧，至少 %2 张。</translation>
    </message>
    <message>
        <source>There are no readable pictures below %1; at least %2 are needed, and %3 or more of one kind are better.</source>
        <translation>%1 下没有可读取的图片；至少需要 %2 张，同类图片 %3 张以上更好。</translation>
    </message>
    <message>
        <source>There is only 1 readable picture below %1; at least %2 are needed, and %3 or more of one kind are better.</source>
        <translation>%1 下只有 1 张可读取的图片；至少需要 %2 张，同类图片 %3 张以上更好。</translation>
    </message>
    <message>
        <source>There are only %1 readable pictures below %2; at least %3 are needed, and %4 or more of one kind are better.</source>
        <translation>%2 下只有 %1 张可读取的图片；至少需要 %3 张，同类图片 %4 张以上更好。</translation>
    </message>
    <message>
        <source>The disk has no room for %1 pictures of %2 pixels: free %3 MB, and begin again.</source>
        <translation>磁盘放不下 %1 张 %2 像素的图片：请腾出 %3 MB，然后重新开始。</translation>
    </message>
    <message>
        <source>No readable picture was found below %1.</source>
        <translation>在 %1 下找不到可读取的图片。</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Nothing could be learned from the %1 of music there: %2</source>
        <translation>从那里的 %1中什么都没有学到：%2</translation>
    </message>
    <message>
        <source>There is no MIDI, MusicXML, ABC or kern file in “%1”.</source>
        <translation>“%1”里没有 MIDI、MusicXML、ABC 或 kern 文件。</translation>
    </message>
    <message>
        <source>“%1” holds no tune in ABC.</source>
        <translation>“%1”不含 ABC 曲子。</translation>
    </message>
    <message>
        <source>There is one tune to learn from, and two at least are needed: one is kept back to test on. %1 or more are better.</source>
        <translation>只有一首曲子可学，而至少需要两首：留出一首用于检验。%1 首以上更好。</translation>
    </message>
    <message>
        <source>There is no tune to learn from, and two at least are needed: one is kept back to test on. %1 or more are better.</source>
        <translation>没有可学的曲子，而至少需要两首：留出一首用于检验。%1 首以上更好。</translation>
    </message>
    <message>
        <source>All %1 tunes are near copies of one another; add some that differ.</source>
        <translation>这 %1 首曲子彼此几乎相同；请添加一些不同的。</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 个音符</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 个音符</translation>
    </message>
    <message>
        <source>“%1” has only %2.</source>
        <translation>“%1”只有 %2。</translation>
    </message>
    <message>
        <source>The folder %1 could not be read: %2.</source>
        <translation>无法读取文件夹 %1：%2。</translation>
    </message>
    <message>
        <source>There is no picture in %1; drop a folder that holds some.</source>
        <translation>%1 里没有图片；请拖入含有图片的文件夹。</translation>
    </message>
    <message>
        <source>The picture from %1 is larger than 64 MiB.</source>
        <translation>来自 %1 的图片大于 64 MiB。</translation>
    </message>
    <message>
        <source>The picture could not be loaded from %1; save it and drop the file.</source>
        <translation>无法从 %1 载入图片；请保存后拖入文件。</translation>
    </message>
    <message>
        <source>What was dropped from %1 is a page, not a picture.</source>
        <translation>从 %1 拖入的是网页，不是图片。</translation>
    </message>
    <message>
        <source>The dropped picture is larger than 64 MiB.</source>
        <translation>拖入的图片大于 64 MiB。</translation>
    </message>
    <message>
        <source>The dropped picture is damaged; save it and drop the file.</source>
        <translation>拖入的图片已损坏；请保存后拖入文件。</translation>
    </message>
    <message>
        <source>The picture could not be kept in %1: %2.</source>
        <translation>无法把图片保存到 %1：%2。</translation>
    </message>
    <message>
        <source>All weights of the mix are zero; raise one of them.</source>
        <translation>混合中的权重全为零；请提高其中一个。</translation>
    </message>
    <message>
        <source>Choose a picture whose style Fast is to learn.</source>
        <translation>请选择一张要让快速引擎学习其风格的图片。</translation>
    </message>
    <message>
        <source>%1 has changed since it was being painted; paint it anew.</source>
        <translation>%1 在绘制期间已被改动；请重新绘制。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is damaged: its checksum is not the one in its name.</source>
        <translation>“%1”已损坏：其校验和与名称中的不符。</translation>
    </message>
    <message>
        <source>VGG-19 could not be fetched: the network does not answer. The studio&apos;s own encoder works without it; or name a file with “studio add vgg19 FILE”.</source>
        <translation>无法下载 VGG-19：网络没有响应。工作室自有的编码器不需要它；或用“studio add vgg19 FILE”指明文件。</translation>
    </message>
    <message>
        <source>The weights “%1” cannot be read: %2.</source>
        <translation>无法读取权重“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is damaged or no weight file.</source>
        <translation>“%1”已损坏，或不是权重文件。</translation>
    </message>
    <message>
        <source>“%1” is no table of weights.</source>
        <translation>“%1”不是权重的表。</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Open a photo first: there is nothing to paint yet.</source>
        <translation>请先打开一张照片：还没有可绘制的内容。</translation>
    </message>
    <message>
        <source>Nine strengths</source>
        <translation>九种强度</translation>
    </message>
    <message>
        <source>Nine styles</source>
        <translation>九种风格</translation>
    </message>
    <message>
        <source>Nine style sizes</source>
        <translation>九种笔触大小</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>The longer side in pixels: choose one or type any, 64 to 4096</source>
        <translation>长边像素数：选择或输入 64 到 4096 之间的任意值</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>尺寸（像素）</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} 像素</translation>
    </message>
</context>
<context>
    <name>Slot</name>
    <message>
        <source>Go to {name} · Delete: empty the slot</source>
        <translation>前往 {name} · Delete：清空槽位</translation>
    </message>
    <message>
        <source>Slot {name}, filled</source>
        <translation>槽位 {name}，已填</translation>
    </message>
    <message>
        <source>Put what is seen by in {name}</source>
        <translation>把所见放入 {name}</translation>
    </message>
    <message>
        <source>Slot {name}, empty</source>
        <translation>槽位 {name}，空</translation>
    </message>
    <message>
        <source>Empty slot {n}</source>
        <translation>清空槽位 {n}</translation>
    </message>
</context>
<context>
    <name>SongEdits</name>
    <message>
        <source>Quantise</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>移调</translation>
    </message>
    <message>
        <source>Transpose in {key}</source>
        <translation>在{key}内移调</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>倒影</translation>
    </message>
    <message>
        <source>Humanise</source>
        <translation>人性化</translation>
    </message>
    <message>
        <source>Split at the playhead</source>
        <translation>在播放头处切分</translation>
    </message>
    <message>
        <source>Lock or free notes</source>
        <translation>锁定或解锁音符</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Metre</source>
        <translation>拍号</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>调</translation>
    </message>
    <message>
        <source>Track {n}</source>
        <translation>音轨 {n}</translation>
    </message>
    <message>
        <source>New track</source>
        <translation>新建音轨</translation>
    </message>
    <message>
        <source>Remove the track</source>
        <translation>移除音轨</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>独奏</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Select the notes to loop first.</source>
        <translation>请先选择要循环的音符。</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>循环所选</translation>
    </message>
</context>
<context>
    <name>SongHandle</name>
    <message>
        <source>Drag the song out</source>
        <translation>拖出乐曲</translation>
    </message>
    <message>
        <source>Drag the song into another program as MIDI; click to export it  ({keys})</source>
        <translation>把乐曲以 MIDI 拖进其他程序；单击则导出（{keys}）</translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message>
        <source>Sound settings</source>
        <translation>声音设置</translation>
    </message>
    <message>
        <source>Bars of count-in</source>
        <translation>预备拍小节数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Bars that the metronome clicks before a recording begins</source>
        <translation>录音开始前节拍器先打几小节</translation>
    </message>
    <message>
        <source>Quantise strength</source>
        <translation>量化强度</translation>
    </message>
    <message>
        <source>How far notes are drawn to the grid</source>
        <translation>音符被拉向网格的程度</translation>
    </message>
    <message>
        <source>Quantise swing</source>
        <translation>量化摇摆</translation>
    </message>
    <message>
        <source>How late every second place of the grid is; all the way is a triplet</source>
        <translation>网格上每第二个位置延后多少；拉满即为三连音</translation>
    </message>
    <message>
        <source>The best that is found</source>
        <translation>找到的最佳音色库</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As the device</source>
        <translation>跟随设备</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n} 帧</translation>
    </message>
    <message>
        <source>Soundfont</source>
        <translation>音色库</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Choose a soundfont</source>
        <translation>选择音色库</translation>
    </message>
    <message>
        <source>Soundfonts</source>
        <translation>音色库</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Photo and styles</source>
        <translation>照片和风格</translation>
    </message>
    <message>
        <source>Up to five styles can be mixed; take one out first.</source>
        <translation>最多混合五种风格；请先移出一种。</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>{n} mixed</source>
        <translation>已混合 {n} 种</translation>
    </message>
    <message>
        <source>+ drop a picture</source>
        <translation>+ 拖入图片</translation>
    </message>
    <message>
        <source>Choose {title}</source>
        <translation>选择“{title}”</translation>
    </message>
    <message>
        <source>Mix styles</source>
        <translation>混合风格</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>Preview the walk</source>
        <translation>预览漫游</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Walk round and round</source>
        <translation>循环漫游</translation>
    </message>
    <message>
        <source>Put the present place on the time line</source>
        <translation>把当前位置放到时间线上</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>走法</translation>
    </message>
    <message>
        <source>How it goes from one keyframe to the next</source>
        <translation>从一个关键帧到下一个的走法</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>匀速</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>跳步</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>How long the walk lasts; faster or slower as a whole</source>
        <translation>漫游多长；整体变快或变慢</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>漫步</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>How far it strays on its way</source>
        <translation>途中偏离多远</translation>
    </message>
    <message>
        <source>Rhythm from the piano roll</source>
        <translation>取钢琴卷帘的节奏</translation>
    </message>
    <message>
        <source>Open, save, new walk</source>
        <translation>打开、保存、新建漫游</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>导出影片…</translation>
    </message>
    <message>
        <source>Export melodies…</source>
        <translation>导出旋律…</translation>
    </message>
    <message>
        <source>Put the walk into the song, or write it as MIDI or sound</source>
        <translation>把漫游放进乐曲，或写成 MIDI 或声音</translation>
    </message>
    <message>
        <source>Write the walk as MP4, GIF or pictures</source>
        <translation>把漫游写成 MP4、GIF 或图片</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>Loop the walk</source>
        <translation>循环漫游</translation>
    </message>
    <message>
        <source>Change how the walk goes</source>
        <translation>更改漫游的走法</translation>
    </message>
    <message>
        <source>Change wandering</source>
        <translation>更改漫步</translation>
    </message>
    <message>
        <source>Change the length of the walk</source>
        <translation>更改漫游的长度</translation>
    </message>
    <message>
        <source>Open a walk…</source>
        <translation>打开漫游…</translation>
    </message>
    <message>
        <source>Save the walk…</source>
        <translation>保存漫游…</translation>
    </message>
    <message>
        <source>New walk</source>
        <translation>新建漫游</translation>
    </message>
</context>
<context>
    <name>StyleGallery</name>
    <message>
        <source>Styles</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Search styles</source>
        <translation>搜索风格</translation>
    </message>
    <message>
        <source>A title, a painter or a year</source>
        <translation>标题、画家或年份</translation>
    </message>
    <message>
        <source>Click: use it · Ctrl+click or +: mix up to five</source>
        <translation>单击：使用 · Ctrl+单击或 +：最多混合五种</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的图片</translation>
    </message>
    <message>
        <source>Add a style from your own picture</source>
        <translation>由自己的图片添加风格</translation>
    </message>
    <message>
        <source>Make a style of your own picture: click, or drop it here</source>
        <translation>由自己的图片制作风格：点击选择，或拖到这里</translation>
    </message>
    <message>
        <source>No style matches “{text}”.</source>
        <translation>没有与“{text}”匹配的风格。</translation>
    </message>
    <message>
        <source>Use this style</source>
        <translation>使用此风格</translation>
    </message>
    <message>
        <source>Take out of the mix</source>
        <translation>移出混合</translation>
    </message>
    <message>
        <source>Add to the mix</source>
        <translation>加入混合</translation>
    </message>
    <message>
        <source>Train for Fast…</source>
        <translation>为快速引擎训练…</translation>
    </message>
    <message>
        <source>Remove this style…</source>
        <translation>移除此风格…</translation>
    </message>
</context>
<context>
    <name>StyleJobs</name>
    <message>
        <source>Open a photo first: there is nothing to paint yet.</source>
        <translation>请先打开一张照片：还没有可绘制的内容。</translation>
    </message>
    <message>
        <source>The painting goes on, but: {reason}</source>
        <translation>绘制仍在继续，但是：{reason}</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Keep the partial picture</source>
        <translation>保留未完成的图片</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>继续绘制</translation>
    </message>
    <message>
        <source>Cancelled at {done} %; the partial picture is in the history.</source>
        <translation>已在 {done} % 处取消；未完成的图片保存在历史中。</translation>
    </message>
    <message>
        <source>{name} is painted; it is in the history.</source>
        <translation>{name}已绘制完成，可在历史中查看。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show another result</source>
        <translation>显示另一个结果</translation>
    </message>
</context>
<context>
    <name>StylePanel</name>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>A quick look, a few seconds</source>
        <translation>几秒钟，快速看看效果</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>The balance of time and care</source>
        <translation>速度与质量兼顾</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Every step that still improves it</source>
        <translation>精益求精，画到不能更好为止</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Change quality</source>
        <translation>更改质量</translation>
    </message>
    <message>
        <source>How the colours are kept</source>
        <translation>保留颜色的方式</translation>
    </message>
    <message>
        <source>By brightness: paint in the photo&apos;s colours · By palette: shift the style&apos;s palette · By histogram: match colour for colour</source>
        <translation>按亮度：用照片的颜色绘制 · 按色板：调整风格的色板 · 按直方图：逐色匹配</translation>
    </message>
    <message>
        <source>by brightness</source>
        <translation>按亮度</translation>
    </message>
    <message>
        <source>by palette</source>
        <translation>按色板</translation>
    </message>
    <message>
        <source>by histogram</source>
        <translation>按直方图</translation>
    </message>
    <message>
        <source>Change the colour method</source>
        <translation>更改颜色方式</translation>
    </message>
    <message>
        <source>Change size</source>
        <translation>更改尺寸</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed paints the same picture again</source>
        <translation>相同的种子会绘制出相同的图片</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>Throw the dice for a new seed</source>
        <translation>掷骰子，换一个随机种子</translation>
    </message>
    <message>
        <source>A new seed</source>
        <translation>更换种子</translation>
    </message>
    <message>
        <source>Throw a new seed</source>
        <translation>更换种子</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Style size</source>
        <translation>笔触大小</translation>
    </message>
    <message>
        <source>Keep my colours</source>
        <translation>保留原色</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>平滑度</translation>
    </message>
    <message>
        <source>How far the painting may go from the photo</source>
        <translation>画作可以偏离照片多远</translation>
    </message>
    <message>
        <source>How large the strokes are, measured on the picture</source>
        <translation>笔触相对于画面的大小</translation>
    </message>
    <message>
        <source>Paint with the photo&apos;s colours instead of the style&apos;s</source>
        <translation>用照片的颜色绘制，而不用风格的颜色</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Calm the finest grain; off leaves all of it</source>
        <translation>柔化最细的颗粒；关闭则全部保留</translation>
    </message>
    <message>
        <source>Change strength</source>
        <translation>更改强度</translation>
    </message>
    <message>
        <source>Change style size</source>
        <translation>更改笔触大小</translation>
    </message>
    <message>
        <source>Change kept colours</source>
        <translation>更改保留原色</translation>
    </message>
    <message>
        <source>Change smoothness</source>
        <translation>更改平滑度</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Change the mix</source>
        <translation>更改混合</translation>
    </message>
    <message>
        <source>Take {title} out</source>
        <translation>移出“{title}”</translation>
    </message>
</context>
<context>
    <name>StyleShelf</name>
    <message>
        <source>Reading the styles</source>
        <translation>正在读取风格</translation>
    </message>
    <message>
        <source>My style</source>
        <translation>我的风格</translation>
    </message>
    <message>
        <source>Learning {name}</source>
        <translation>正在学习“{name}”</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取“{name}”</translation>
    </message>
    <message>
        <source>Removing {title}</source>
        <translation>正在移除“{title}”</translation>
    </message>
    <message>
        <source>Bringing {title} back</source>
        <translation>正在恢复“{title}”</translation>
    </message>
    <message>
        <source>{title} is no longer among your styles.</source>
        <translation>“{title}”已从您的风格中移除。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{title} is among your styles.</source>
        <translation>“{title}”已加入您的风格。</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>{verb} bar {bar}</source>
        <translation>{verb}第 {bar} 小节</translation>
    </message>
    <message>
        <source>{verb} bars {bar}</source>
        <translation>{verb}第 {bar} 小节</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Time line of the walk</source>
        <translation>漫游的时间线</translation>
    </message>
    <message>
        <source>Left and right choose a keyframe, with Alt they move it, Enter goes there, Delete removes it, plus puts down the present place, Space plays.</source>
        <translation>左右键选择关键帧，按 Alt 移动它，回车前往，Delete 移除，加号放下当前位置，空格播放。</translation>
    </message>
    <message>
        <source>Click: move the playhead · double-click: put down the present place</source>
        <translation>单击：移动播放头 · 双击：放下当前位置</translation>
    </message>
    <message>
        <source>{time} · click: go there · Delete: remove</source>
        <translation>{time} · 单击：前往 · Delete：移除</translation>
    </message>
    <message>
        <source>{time} · drag: move · click: go there · Delete: remove</source>
        <translation>{time} · 拖动：移动 · 单击：前往 · Delete：移除</translation>
    </message>
</context>
<context>
    <name>TrackList</name>
    <message>
        <source>Tracks</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>New track</source>
        <translation>新建音轨</translation>
    </message>
    <message>
        <source>Fold the tracks</source>
        <translation>收起音轨</translation>
    </message>
    <message>
        <source>Unfold the tracks</source>
        <translation>展开音轨</translation>
    </message>
    <message>
        <source>{name} 2</source>
        <translation>{name} 2</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>Name of the track</source>
        <translation>音轨名称</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>独奏</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume · double-click: back to {n}</source>
        <translation>音量 · 双击：恢复为 {n}</translation>
    </message>
    <message>
        <source>More of this track</source>
        <translation>此音轨的更多操作</translation>
    </message>
    <message>
        <source>Rename, colour, duplicate, remove</source>
        <translation>重命名、颜色、复制、移除</translation>
    </message>
    <message>
        <source>Track {n}</source>
        <translation>音轨 {n}</translation>
    </message>
    <message>
        <source>Instrument: {name}</source>
        <translation>乐器：{name}</translation>
    </message>
    <message>
        <source>{name}  (Enter)</source>
        <translation>{name}（回车）</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>独奏</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>正在编辑</translation>
    </message>
    <message>
        <source>Press: edit · double-click or F2: rename</source>
        <translation>单击：编辑 · 双击或 F2：重命名</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>乐器</translation>
    </message>
    <message>
        <source>Rename the track</source>
        <translation>重命名音轨</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Instrument…</source>
        <translation>乐器…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Colour of the track</source>
        <translation>音轨颜色</translation>
    </message>
</context>
<context>
    <name>TrainJobs</name>
    <message>
        <source>Fast is learning a style already; wait for its end.</source>
        <translation>快速引擎正在学习一种风格；请等它学完。</translation>
    </message>
    <message>
        <source>Fast learns {title}</source>
        <translation>快速引擎学习“{title}”</translation>
    </message>
    <message>
        <source>Fast has learned {title}: choose Fast and paint.</source>
        <translation>快速引擎学会了“{title}”：选择“快速”即可绘制。</translation>
    </message>
</context>
<context>
    <name>TrainPanel</name>
    <message>
        <source>Teach Fast a style</source>
        <translation>教快速引擎学一种风格</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Choose the picture whose style Fast is to learn</source>
        <translation>选择要让快速引擎学习其风格的图片</translation>
    </message>
    <message>
        <source>Name of the style</source>
        <translation>风格名称</translation>
    </message>
    <message>
        <source>How the style is called in the gallery</source>
        <translation>风格在图库中的名称</translation>
    </message>
    <message>
        <source>Photos to practise on</source>
        <translation>练习用的照片</translation>
    </message>
    <message>
        <source>A folder of photos like those you paint; without it the studio&apos;s samples</source>
        <translation>与你要绘制的照片相似的一个文件夹；不选则用程序自带的样图</translation>
    </message>
    <message>
        <source>Embedding only</source>
        <translation>仅嵌入</translation>
    </message>
    <message>
        <source>Minutes; the style can be mixed with the others</source>
        <translation>只需几分钟；可与其他风格混合</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Closer to the picture, slower; it cannot be mixed</source>
        <translation>更接近原图，但更慢；不能混合</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>训练什么</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>After that it ends with what is learned</source>
        <translation>到时即以已学到的结果结束</translation>
    </message>
    <message>
        <source>Teach Fast this style</source>
        <translation>教快速引擎学这种风格</translation>
    </message>
    <message>
        <source>End now and keep the best that was learned</source>
        <translation>立即结束，并保留学到的最好结果</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The picture whose style Fast is to learn</source>
        <translation>要让快速引擎学习其风格的图片</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>The studio&apos;s samples</source>
        <translation>程序自带的样图</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Learned in {time}; the style is in the gallery, chosen.</source>
        <translation>用时 {time} 学会；该风格已在图库中选定。</translation>
    </message>
</context>
<context>
    <name>TrainStrip</name>
    <message>
        <source>Photos painted in the style so far</source>
        <translation>用目前学到的风格绘制的照片</translation>
    </message>
</context>
<context>
    <name>TrainingFoot</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Forget what was begun, and choose anew</source>
        <translation>放弃已开始的，重新选择</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Rest here; nothing is lost</source>
        <translation>暂停在这里，不会丢失任何内容</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; the training can go on later</source>
        <translation>停止；训练以后可继续</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>TrainingJobs</name>
    <message>
        <source>The training of {title} was stopped; it can go on where it was.</source>
        <translation>{title}的训练已停止；可从停下处继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>TrainingLine</name>
    <message>
        <source>The training of {name} was interrupted; “Start” goes on where it was.</source>
        <translation>{name}的训练中断了；“开始”会从停下处继续。</translation>
    </message>
    <message>
        <source>Stopped; “Start” goes on where it was.</source>
        <translation>已停止；“开始”会从停下处继续。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Transport</source>
        <translation>走带控制</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Record from a MIDI keyboard</source>
        <translation>从 MIDI 键盘录音</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>L loops the selection</source>
        <translation>L 循环所选</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>节拍器</translation>
    </message>
    <message>
        <source>Follow the playhead</source>
        <translation>跟随播放头</translation>
    </message>
    <message>
        <source>Draw notes</source>
        <translation>绘制音符</translation>
    </message>
    <message>
        <source>Select notes</source>
        <translation>选择音符</translation>
    </message>
    <message>
        <source>Position: bar, beat, tick</source>
        <translation>位置：小节、拍、点</translation>
    </message>
    <message>
        <source>Bar : beat : tick</source>
        <translation>小节 : 拍 : 点</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Quarters a minute; type a number, or use the arrow keys</source>
        <translation>每分钟四分音符数；输入数字或用方向键</translation>
    </message>
    <message>
        <source>Metre</source>
        <translation>拍号</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>调</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Sound: {name}</source>
        <translation>声音：{name}</translation>
    </message>
    <message>
        <source>Record from {names}  (Ctrl+Alt+R)</source>
        <translation>从{names}录音（Ctrl+Alt+R）</translation>
    </message>
</context>
<context>
    <name>TuneBox</name>
    <message>
        <source>Octave</source>
        <translation>八度</translation>
    </message>
    <message>
        <source>Move melodies up or down in the song, by octaves</source>
        <translation>把旋律在乐曲中按八度上下移动</translation>
    </message>
    <message>
        <source>Find the bars</source>
        <translation>查找小节</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>New track</source>
        <translation>新音轨</translation>
    </message>
    <message>
        <source>Move on the map to hear a melody.</source>
        <translation>在地图上移动以听旋律。</translation>
    </message>
    <message>
        <source>Put the melody into the song: {where}</source>
        <translation>把旋律放进乐曲：{where}</translation>
    </message>
    <message>
        <source>Put the melody on a track of its own</source>
        <translation>把旋律放到单独的音轨</translation>
    </message>
    <message>
        <source>Find the selected bars, or those from the playhead, in the space</source>
        <translation>在空间中查找所选小节，或播放头起的小节</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>聆听</translation>
    </message>
    <message>
        <source>Hear melodies as you move and over the map, or only see them</source>
        <translation>移动时及在地图上听旋律，或只看</translation>
    </message>
    <message>
        <source>Put into…</source>
        <translation>放入…</translation>
    </message>
    <message>
        <source>Put the bars into {name}</source>
        <translation>把小节放入 {name}</translation>
    </message>
    <message>
        <source>Put the selected bars by in a slot, to mix them with others</source>
        <translation>把所选小节放入槽位，以便与其他混合</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 writes the likeliest notes; above, they are drawn more freely</source>
        <translation>0 写最可能的音；越高越自由</translation>
    </message>
    <message>
        <source>Change the temperature</source>
        <translation>更改温度</translation>
    </message>
</context>
<context>
    <name>TuneDialog</name>
    <message>
        <source>Export melodies</source>
        <translation>导出旋律</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>成为</translation>
    </message>
    <message>
        <source>Melodies</source>
        <translation>旋律</translation>
    </message>
    <message>
        <source>How many melodies stand on the way, evenly from its beginning on</source>
        <translation>途中有几段旋律，自起点起均匀分布</translation>
    </message>
    <message>
        <source>This track</source>
        <translation>这条音轨</translation>
    </message>
    <message>
        <source>Notes there make way, locked ones stay</source>
        <translation>那里的音符让位，锁定的保留</translation>
    </message>
    <message>
        <source>New track</source>
        <translation>新建音轨</translation>
    </message>
    <message>
        <source>A track of its own, which sounds alike</source>
        <translation>单独的音轨，音色相同</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>Put two keyframes at least on the time line.</source>
        <translation>请在时间线上至少放两个关键帧。</translation>
    </message>
    <message>
        <source>Change the export</source>
        <translation>更改导出</translation>
    </message>
    <message>
        <source>Put into the song</source>
        <translation>放进乐曲</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Choose where the melodies go, and begin</source>
        <translation>选择旋律存放处并开始</translation>
    </message>
    <message>
        <source>Put the walk into the song</source>
        <translation>把漫游放进乐曲</translation>
    </message>
    <message>
        <source>{melodies} melodies of {each} bars: {bars} bars, {time}.</source>
        <translation>{melodies} 段旋律，每段 {each} 小节：共 {bars} 小节，{time}。</translation>
    </message>
    <message>
        <source>Sound, played by the studio&apos;s instruments</source>
        <translation>声音，由工作室的乐器演奏</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>乐曲</translation>
    </message>
    <message>
        <source>Part of the song of this project</source>
        <translation>此项目乐曲的一部分</translation>
    </message>
    <message>
        <source>A file of notes for other programs</source>
        <translation>供其他程序使用的音符文件</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TunesDialog</name>
    <message>
        <source>Train on your own tunes</source>
        <translation>用您自己的曲子训练</translation>
    </message>
    <message>
        <source>Reading the tunes …</source>
        <translation>正在读曲子…</translation>
    </message>
    <message>
        <source>Reading the tunes</source>
        <translation>读曲子</translation>
    </message>
    <message>
        <source>Choose a folder with your tunes.</source>
        <translation>请选择放有您的曲子的文件夹。</translation>
    </message>
    <message>
        <source>Let a copy of the model learn them</source>
        <translation>让模型的副本学习它们</translation>
    </message>
    <message>
        <source>End now and keep the best that was learned</source>
        <translation>现在结束，保留学得最好的</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>听一听</translation>
    </message>
    <message>
        <source>Play the tune that it wrote at the last look</source>
        <translation>播放上次检查时写的曲子</translation>
    </message>
    <message>
        <source>A folder with your tunes</source>
        <translation>放有您的曲子的文件夹</translation>
    </message>
    <message>
        <source>Drop a folder with music.</source>
        <translation>请拖入放有音乐的文件夹。</translation>
    </message>
    <message>
        <source>MIDI, MusicXML, ABC and kern are read; ten tunes or more are good.</source>
        <translation>可读 MIDI、MusicXML、ABC 与 kern；十首以上为佳。</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>kept back</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>TunesFields</name>
    <message>
        <source>Folder of tunes</source>
        <translation>曲子文件夹</translation>
    </message>
    <message>
        <source>A folder with MIDI, MusicXML, ABC or kern files</source>
        <translation>含 MIDI、MusicXML、ABC 或 kern 文件的文件夹</translation>
    </message>
    <message>
        <source>Model to go on from</source>
        <translation>起点模型</translation>
    </message>
    <message>
        <source>The melody network writes one voice; the composer several tracks</source>
        <translation>旋律网络写单声部；作曲网络写多条音轨</translation>
    </message>
    <message>
        <source>How it is called where you choose a model to compose</source>
        <translation>选择作曲模型时显示的名称</translation>
    </message>
    <message>
        <source>Melody network</source>
        <translation>旋律网络</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>作曲网络</translation>
    </message>
    <message>
        <source>Tunes</source>
        <translation>曲子</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>TunesJobs</name>
    <message>
        <source>A model is learning tunes already; wait for its end.</source>
        <translation>已有一个模型在学习曲子；请等它结束。</translation>
    </message>
    <message>
        <source>{name} learns your tunes</source>
        <translation>{name}正在学您的曲子</translation>
    </message>
    <message>
        <source>{name} has learned your tunes; choose it as the model to compose.</source>
        <translation>{name}学会了您的曲子；作曲时可选它为模型。</translation>
    </message>
</context>
<context>
    <name>VelocityLane</name>
    <message>
        <source>Velocities</source>
        <translation>力度</translation>
    </message>
    <message>
        <source>Press: velocity · drag: a ramp · Shift: a free line · Alt: finely · Ctrl+↑ ↓: louder, softer</source>
        <translation>单击：力度 · 拖动：渐变 · Shift：自由曲线 · Alt：精细 · Ctrl+↑ ↓：更强、更弱</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>力度</translation>
    </message>
</context>
<context>
    <name>VerbBar</name>
    <message>
        <source>Verb</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Verb: {name}</source>
        <translation>动作：{name}</translation>
    </message>
</context>
<context>
    <name>WalkStrip</name>
    <message>
        <source>Walk</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>This walk goes through another model; a walk stays in one.</source>
        <translation>此漫游经过另一个模型；一次漫游只在一个模型里。</translation>
    </message>
    <message>
        <source>Begin a new walk</source>
        <translation>开始新的漫游</translation>
    </message>
    <message>
        <source>{most} keyframes are the most.</source>
        <translation>最多 {most} 个关键帧。</translation>
    </message>
    <message>
        <source>The model is still being loaded; try again in a moment.</source>
        <translation>模型还在载入；请稍后再试。</translation>
    </message>
    <message>
        <source>Add a keyframe</source>
        <translation>添加关键帧</translation>
    </message>
    <message>
        <source>Remove a keyframe</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>Go to a keyframe</source>
        <translation>前往关键帧</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>打开漫游</translation>
    </message>
    <message>
        <source>Opening the walk</source>
        <translation>正在打开漫游</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>保存漫游</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} 已保存。</translation>
    </message>
    <message>
        <source>Saving the walk</source>
        <translation>正在保存漫游</translation>
    </message>
    <message>
        <source>Move a keyframe</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>This walk goes through {model}, which is not here.</source>
        <translation>此漫游经过{model}，而它不在这里。</translation>
    </message>
    <message>
        <source>Put two keyframes at least on the time line.</source>
        <translation>请在时间线上至少放两个关键帧。</translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message>
        <source>There is no song yet whose rhythm the walk could take.</source>
        <translation>还没有可供漫游取节奏的乐曲。</translation>
    </message>
</context>
<context>
    <name>Wandering</name>
    <message>
        <source>Let it wander</source>
        <translation>让它漫步</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>漫步</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Pick a manner</source>
        <translation>选一种画风</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>随机挑选</translation>
    </message>
    <message>
        <source>Click a style and move a slider: the picture follows your hand.</source>
        <translation>点选风格，移动滑块：画面随手而动。</translation>
    </message>
    <message>
        <source>Play the tune</source>
        <translation>播放乐曲</translation>
    </message>
    <message>
        <source>Then draw notes into the piano roll while it plays.</source>
        <translation>然后在播放时往钢琴卷帘里画音符。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Bring your own</source>
        <translation>用自己的照片</translation>
    </message>
    <message>
        <source>Drop a photo anywhere, even out of a browser.</source>
        <translation>照片可拖到任意处，从浏览器也行。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>WindowState</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation>{action}：{what}</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>{name} (partial)</source>
        <translation>{name}（未完成）</translation>
    </message>
    <message>
        <source>Nothing open yet</source>
        <translation>尚未打开图片</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>A walk is being written already; wait for its end.</source>
        <translation>已有一次漫游正在写入；请等它结束。</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>乐曲</translation>
    </message>
    <message>
        <source>Melodies</source>
        <translation>旋律</translation>
    </message>
    <message>
        <source>The walk was cancelled; nothing was written.</source>
        <translation>漫游已取消；什么都没有写。</translation>
    </message>
    <message>
        <source>{name} is written: {bars} bars, {seconds} s.</source>
        <translation>{name} 已写好：{bars} 小节，{seconds} 秒。</translation>
    </message>
</context>
<context>
    <name>line</name>
    <message>
        <source>Double-click here, or press +, to put the present place on the time line.</source>
        <translation>在此双击或按 +，把当前位置放到时间线上。</translation>
    </message>
</context>
</TS>
