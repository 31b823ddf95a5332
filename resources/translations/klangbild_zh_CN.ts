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
    <name>OwnTunes</name>
    <message>
        <source>The training of {name} on your tunes was interrupted; it can go on.</source>
        <translation>用您的曲子训练{name}时中断了；可以继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
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
        <source>The training of {name} was interrupted; “Start” goes on where it was.</source>
        <translation>{name}的训练中断了；“开始”会从停下处继续。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
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
    <name>PicturesFields</name>
    <message>
        <source>Choose a folder, or drop it here …</source>
        <translation>选择文件夹，或拖到这里…</translation>
    </message>
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
        <source>Name of the new model</source>
        <translation>新模型的名称</translation>
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
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Let a new model learn the pictures</source>
        <translation>让新模型学习这些图片</translation>
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
        <source>Rest here; nothing is lost</source>
        <translation>在此休息；什么都不会丢</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>End now and keep what was learned</source>
        <translation>现在结束，保留所学</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; the training can go on later</source>
        <translation>停止；训练以后可继续</translation>
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
    <message>
        <source>The training of {title} was stopped; it can go on where it was.</source>
        <translation>“{title}”的训练已停止；可以从原处继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
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
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Teach Fast this style</source>
        <translation>教快速引擎学这种风格</translation>
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
        <source>End now and keep the best that was learned</source>
        <translation>立即结束，并保留学到的最好结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; the training can go on later</source>
        <translation>停止；训练以后可以继续</translation>
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
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Learned in {time}; the style is in the gallery, chosen.</source>
        <translation>用时 {time} 学会；该风格已在图库中选定。</translation>
    </message>
    <message>
        <source>Stopped; “Start” goes on where it was.</source>
        <translation>已停止；按“开始”从原处继续。</translation>
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
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Let a copy of the model learn them</source>
        <translation>让模型的副本学习它们</translation>
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
        <translation>在此休息；什么都不会丢</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>End now and keep the best that was learned</source>
        <translation>现在结束，保留学得最好的</translation>
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
        <source>The training of {name} was interrupted; “Start” goes on where it was.</source>
        <translation>{name}的训练中断了；“开始”会从停下处继续。</translation>
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
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stopped; “Start” goes on where it was.</source>
        <translation>已停止；“开始”会从停下处继续。</translation>
    </message>
</context>
<context>
    <name>TunesFields</name>
    <message>
        <source>Choose a folder, or drop it here …</source>
        <translation>选择文件夹，或拖到这里…</translation>
    </message>
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
        <source>Name of the new model</source>
        <translation>新模型的名称</translation>
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
        <source>A walk through melodies has no pictures to film; keep them in the song.</source>
        <translation>穿行旋律的漫游没有可拍的图片；请保留到乐曲中。</translation>
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
    <name>line</name>
    <message>
        <source>Double-click here, or press +, to put the present place on the time line.</source>
        <translation>在此双击或按 +，把当前位置放到时间线上。</translation>
    </message>
</context>
</TS>
