<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the journal? The results and impressions of all films so far are forgotten. It knows the films by the SHA-256 of their files and holds no name and no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal cannot be used ({reason}). The program works without it: results and impressions are not remembered from here on. File &gt; Empty the journal begins a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no crash reports.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source># Model card

No card came with this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to {address}. This program opens no connection: open it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card itself is in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {version}
SHA-256 {sha256}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corners</name>
    <message>
        <source>Inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lossy compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orientation in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid orientation in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom {percent:.0f} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmEdges</name>
    <message>
        <source>Left edge {left}, top {top}, right {right}, bottom {bottom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmList</name>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>An opacity that is neither COVID-19 nor viral pneumonia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high} when the film is changed a little: shifted, turned, scaled, lighter, darker, blurred, compressed. No confidence interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the box hidden {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsTable</name>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Drag an edge of the window, or all of it. Arrow keys: level and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram and window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImpressionView</name>
    <message>
        <source>Recorded {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first what you see: then the result unfolds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recorded}, result of {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Click a key to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse and held keys on the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key for “{command}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is taken by the film itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is taken by “{command}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapControls</name>
    <message>
        <source>Contours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence in logits; the same colours for the same evidence on every film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall of the probability, in percent points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {scale:.2g} logits on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiding one part after the other …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the probability of {finding} falls when a part of the film is hidden: a second opinion on the map. At most it falls by {points:.1f} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines at a quarter, a half and three quarters of full strength, the stronger the wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence above the threshold: the map is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fall above the threshold: the map is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this film speaks for it: the map is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or more, in percent of probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop hiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest evidence that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls by {points:.0f} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of this evidence lies outside the lungs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ {share} of this evidence lies outside the lungs: trust neither this map nor its number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Encrypted archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{archive} is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕  That password does not open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>DICOM, PNG, JPEG, TIFF, whole folders or ZIPs.
Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop chest radiographs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This film cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>About the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COVID-19 looks like other pneumonias: on films from elsewhere the model told them apart little better than chance. “None of these” is an opacity of another kind: which, the model cannot say. It cannot see tuberculosis, bacterial pneumonia, effusion, pneumothorax, nodules, fractures, lines and tubes, or anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifying …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiding the box …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read film again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your impression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}  Classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}  Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}  Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape}  Refused: not a film for this model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for films: {found} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed, {left} not run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Surprises</name>
    <message>
        <source>Something went wrong inside the program ({kind} at {place}). What was open is still there; if the picture looks wrong, open it again. A report without names and pictures was kept on this computer: Help, Crash reports.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Angle tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotations: all, few, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Crash reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Distance tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fainter map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List of films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Result panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rotate clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stronger map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:1, pi&amp;xel for pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the &amp;model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations: all, few, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a&amp;ll films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the &amp;journal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip &amp;left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip top to &amp;bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide a &amp;box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag, Space + left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My impression: COVID-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My impression: Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My impression: Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My impression: Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My impression: Viral pneumonia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan &amp;tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read film &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove m&amp;easurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate anticl&amp;ockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hutter of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;map (hold to peek)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window (across) and level (along), or the chosen tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows and VOI LUTs of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X (hold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>A child by the picture: {percent} % likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child: {years} years by the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of it is cut off: use the whole film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole, upright frontal chest film, by the picture: {percent} % likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An adult: {years} years by the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black and white exchanged, by the picture: {percent} % likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone must be white: invert the film, or export it again as it is displayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether this is the patient&apos;s film and whether the birth date is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the most similar films the model learned from: {distance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey levels in the picture: {levels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty or almost so: check the exposure, or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is unlike anything learned from: do not rely on a model for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lungs found, by size and place: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a lung&apos;s height or width, {percent} % lies at the border of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels on the short side: {side}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {frames} frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says body part {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says modality {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says view {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs at least {limit}: use the original radiograph instead of a thumbnail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads chest radiographs only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads frontal views only (AP, PA).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads no lateral views, CT or photographs, and no films on which a part of a lung is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads projection radiographs only (CR, DX).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads single radiographs; export the one frame that is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads upright frontal chest radiographs that show both lungs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn it upright and export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned on its side or upside down, by the picture: {percent} % likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the radiograph itself, not a photograph or a coloured screenshot of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults. COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>familiar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lungs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lungs in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the picture is coloured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years} years by the file, an age the model did not learn from. A child by the picture: {percent} % likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years} years by the file, but a child by the picture: {percent} % likely.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>classes</name>
    <message>
        <source>COVID-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>corners</name>
    <message>
        <source>Left</source>
        <comment>side of the patient</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <comment>side of the patient</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value {value}  at {column}, {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} (stored {stored})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{year}-{month}-{day}</source>
        <comment>how a date is written</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A part of this program that reads such files is missing: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists, that you may read it, and that its disc or drive is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is an image and not an archive or a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file, or export it at a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the password and open the archive again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check where it comes from, or export the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder or archive that holds images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from where it came from; nothing of it is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again, or unpack it and open the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it uncompressed or as JPEG 2000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the radiograph as DICOM, PNG, JPEG or TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the radiograph as an 8- to 16-bit grey-scale image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {frame} was asked for, but the file has {number_of_frames}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its password, or unpack it and open the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is a large film on a slow drive, copy it to this computer, or read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its map could not be written to {target}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder that holds the images instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the image file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the image it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it took more than {seconds:.1f} seconds and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be unpacked: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is of a kind that cannot be unpacked here: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is not an image that can be read here ({found}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory of this medium cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory of this medium refers to a file outside its own folder; it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file brought the reading of it to a sudden end; it is probably damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be processed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read, for a reason that was not foreseen: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than {limit} {what}, which no radiograph needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {megabytes:.0f} MB; a radiograph has at most {limit_megabytes:.0f} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged or incomplete: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image claims {columns} x {rows} pixels; at most {limit_megapixels:.0f} million are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is stored as {name}, which cannot be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be run on it: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels are of a kind that cannot be shown faithfully: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This DICOM file holds no image ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an archive inside an archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ordinary file but a folder, a device or a pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it fails again, close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another copy of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another copy of the file; if that fails too, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with another program and open the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack the outer one and open the inner one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>impressions</name>
    <message>
        <source>COVID-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lengths</name>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detector plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cm} cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mm} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels:.0f} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pixels:.0f} px (widths of a pixel)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n copies of the same image, shown once:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same SOP Instance UID as {path}, but another picture or header: one of the two is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without patient data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>maps</name>
    <message>
        <source>(rank correlation {number:.2f}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COVID-19 rather than another pneumonia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {share:.0f} % of full strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence above the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts hidden: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map cannot be compared with it: one of the two is the same everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map “{map}” agrees with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map “{map}” partly agrees with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viral rather than bacterial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks against an opacity, and so for normal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for COVID-19 rather than another pneumonia, if there is an opacity, in an adult: one step, not the whole probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for a virus rather than bacteria, if there is an opacity, in a child: one step, not the whole probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What speaks for an opacity: the first step towards COVID-19 and viral pneumonia, not the whole of their probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ The map “{map}” disagrees with this: treat it with suspicion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>FLIPPED left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLIPPED top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° anticlockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned 90° anticlockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned 90° clockwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>3 samples a pixel as {photometric}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM without the attributes of an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High Bit does not follow from Bits Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of Frames is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel Data is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel Representation is neither 0 nor 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is beyond all measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YBR_FULL_422 with an odd number of columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG of this depth in several passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG of {samples} times {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RIFF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a TIFF picture of the large kind, BigTIFF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a checksum does not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a description of its pixels has {length} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file compressed by bzip2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file compressed by gzip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file compressed by xz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file compressed by zstd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file lies in too many folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame is compressed to {total} bytes, more than it has uncompressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a member reaches beyond its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of its JPEG 2000 stream has a resolution of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pass over the picture is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record reaches beyond the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sequence is not made of items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a strip or tile cannot be decompressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a strip or tile cannot be inflated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a strip or tile ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a strip or tile holds more than its part of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in markup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an RLE segment holds {found} bytes where {needed} are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an RLE segment is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an element claims {length} bytes, more than the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an element has no length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an element reaches beyond the one that holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item reaches beyond its sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chunks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours of other than 8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed as {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed with a very large dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted and compressed in a rare way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries in a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fragments of pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it claims no pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it claims {columns} x {rows} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it claims {frames} frames and holds {fragments} fragments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends within a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends within an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a palette of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has colours of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no output {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no such member any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {bits} bits a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} channels of {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {found} RLE segments where {needed} are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {found} strips or tiles, not {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more rows than it announces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a JPEG-LS outside a DICOM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a PNG of a private kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a TIFF compressed as {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is compressed as High-Throughput JPEG 2000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged, or no model at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is encrypted in a rare way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in printing colours (CMYK)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is made for another input than the classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it points to a place behind its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG 2000 picture has a palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG 2000 wrapper holds no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG stream has two frame headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG stream is hierarchical or states its height at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG stream states its height at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG stream uses arithmetic coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its JPEG stream uses hierarchical coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its RLE segments do not follow each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its bits are in reverse order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its classes are not {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its colours are {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed pixels are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed pixels are not made of fragments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed pixels end too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream and its header disagree on the sign of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream goes on behind the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream has no beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream has no header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream has no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream has values of more than {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream holds {found} values where {expected} were announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream is not all there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream is out of step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed stream: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its deflated data set cannot be inflated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its deflated data set ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory does not lie in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its fragments make {found} frames, not {frames}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header has a wrong length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its heads are not {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its input is {found} instead of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its kind is not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its members overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata has no limit {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pages refer to each other in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its palette cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its palette has not the size that it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its palette is segmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pixels are in fragments, its transfer syntax is uncompressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pixels end too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its records are not made of items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its rows cannot be inflated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its strips or tiles have no size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its strips or tiles hold more than the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its table of frames points to where no frame begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values are floating-point numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values are floating-point or complex numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values are predicted in a rare way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values need more than 16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levels of nesting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such device or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a rare kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one sample a pixel as {photometric}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes in its JPEG stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printing colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segments in its JPEG 2000 stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segments in its JPEG stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the colours of its JPEG 2000 stream differ in depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the functional groups of its frames cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of its compressed stream is out of step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of its compressed stream is too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of its compressed stream makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the member cannot be decompressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the member cannot be decrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the member does not begin where the directory says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the member is not what the directory says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that reads files does not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiles in its JPEG 2000 stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values in a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bits} bits a pixel in {allocated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} bytes of pixels where {expected} were announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} pixels where {expected} were announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{samples} samples a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stored} of {allocated} bits a pixel, the highest being {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>An opacity, but none of the three fits this film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be {most} or {last}: the model cannot tell them apart on this film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be {one} or {other}: the model cannot tell them apart on this film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No film looks like one with a grey box: a hint of what the model uses, no proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the three fits this film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the three, only {name} is not ruled out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small changes of the whole film do as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a statement holds the true class in 9 of 10 films like those the model was calibrated on; on other films perhaps in fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot tell: on this film it rules nothing out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was not shown this part: hiding it changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was shown {share} of the box: it sees the lungs alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the box hidden, no number changes by as much as one percent point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the box hidden, {changes} (percent points).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an opacity of another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not assessed in adults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not assessed in children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>viral pneumonia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} falls by {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} rises by {points}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>windows</name>
    <message>
        <source>W {width}  L {centre}</source>
        <comment>width and level</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
