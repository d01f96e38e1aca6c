<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>, build {commit} of {date}</source>
        <translation>, version compilée {commit} du {date}</translation>
    </message>
    <message>
        <source>, run from its source</source>
        <translation>, exécuté depuis son code source</translation>
    </message>
    <message>
        <source>About Negatoscope</source>
        <translation>À propos de Negatoscope</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Its package came without a text; its name says what applies.</source>
        <translation>Le paquet est fourni sans texte&#xa0;; le nom de la licence dit ce qui s’applique.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Model {name} {version}, SHA-256 {sha256}</source>
        <translation>Modèle {name} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Composants du programme</translation>
    </message>
    <message>
        <source>Research use, not a medical device. Not for diagnosis or treatment.</source>
        <translation>Usage de recherche&#xa0;; ce n’est pas un dispositif médical. Ne convient ni au diagnostic ni au traitement.</translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation>Le modèle n’est pas encore chargé.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>De quoi il est fait, et sous quelles licences</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Open a folder of films</source>
        <translation>Ouvrir un dossier de clichés</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>Ouvrir des clichés</translation>
    </message>
    <message>
        <source>The journal cannot be used ({reason}). The program works without it: results and impressions are not remembered from here on. File &gt; Empty the journal begins a new one.</source>
        <translation>Le journal ne peut pas être utilisé ({reason}). Le programme fonctionne sans lui&#xa0;: résultats et impressions ne sont plus conservés à partir d’ici. Fichier &gt; Vider le journal en commence un nouveau.</translation>
    </message>
    <message>
        <source>No new files</source>
        <translation>Aucun nouveau fichier</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Ouvrir le cliché d’exemple</translation>
    </message>
    <message numerus="yes">
        <source>%n new files</source>
        <translation>
            <numerusform>%n nouveau fichier</numerusform>
            <numerusform>%n nouveaux fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source># Model card

No card came with this model.</source>
        <translation># Fiche du modèle

Aucune fiche n’accompagne ce modèle.</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>À propos du modèle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Rechercher dans ce texte</translation>
    </message>
    <message>
        <source>Link to {address}. This program opens no connection: open it yourself.</source>
        <translation>Lien vers {address}. Ce programme n’ouvre aucune connexion&#xa0;: ouvrez-le vous-même.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>The card itself is in English.</source>
        <translation>La fiche elle-même est en anglais.</translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation>Le modèle n’est pas encore chargé.</translation>
    </message>
    <message>
        <source>{name} {version}
SHA-256 {sha256}</source>
        <translation>{name} {version}
SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Failed</source>
        <translation>Non satisfait</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Satisfait</translation>
    </message>
    <message>
        <source>Fold the checks away</source>
        <translation>Replier les contrôles</translation>
    </message>
    <message>
        <source>Show each check</source>
        <translation>Afficher chaque contrôle</translation>
    </message>
    <message>
        <source>{sign}  all {number} checks passed</source>
        <translation>{sign}  les {number} sont satisfaits</translation>
    </message>
</context>
<context>
    <name>ChooseFilm</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with another film</source>
        <translation>Comparer à un autre cliché</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Clichés</translation>
    </message>
    <message>
        <source>Name, ID, date or file</source>
        <translation>Nom, ID, date ou fichier</translation>
    </message>
    <message>
        <source>No film like that</source>
        <translation>Aucun cliché de ce genre</translation>
    </message>
    <message>
        <source>No other film is open</source>
        <translation>Aucun autre cliché n’est ouvert</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>{count} de plus&#xa0;: utilisez la recherche</translation>
    </message>
</context>
<context>
    <name>Corners</name>
    <message>
        <source>Inverted</source>
        <translation>Inversé</translation>
    </message>
    <message>
        <source>Lossy compressed</source>
        <translation>Compression avec pertes</translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation>Carte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>No orientation in the file</source>
        <translation>Pas d’orientation dans le fichier</translation>
    </message>
    <message>
        <source>No valid orientation in the file</source>
        <translation>Pas d’orientation valable dans le fichier</translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation>Usage de recherche&#xa0;; ce n’est pas un dispositif médical</translation>
    </message>
    <message>
        <source>Shuttered</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Zoom {percent:.0f} %</source>
        <translation>Zoom {percent:.0f}&#xa0;%</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>Autre patient</translation>
    </message>
</context>
<context>
    <name>DeleteReports</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete all crash reports ({number})?</source>
        <translation>Supprimer tous les rapports de plantage ({number})&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>There are no crash reports.</source>
        <translation>Il n’y a aucun rapport de plantage.</translation>
    </message>
</context>
<context>
    <name>EmptyJournal</name>
    <message>
        <source>Empty</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Empty the journal? The results and impressions of all films so far are forgotten. It knows the films by the SHA-256 of their files and holds no name and no picture.</source>
        <translation>Vider le journal&#xa0;? Les résultats et les impressions de tous les clichés jusqu’ici sont oubliés. Il connaît les clichés par le SHA-256 de leurs fichiers et ne contient ni nom ni image.</translation>
    </message>
    <message>
        <source>Results: {results}. Impressions: {impressions}.</source>
        <translation>Résultats&#xa0;: {results}. Impressions&#xa0;: {impressions}.</translation>
    </message>
</context>
<context>
    <name>FilmEdges</name>
    <message>
        <source>Left edge {left}, top {top}, right {right}, bottom {bottom}</source>
        <translation>Bord gauche {left}, haut {top}, droit {right}, bas {bottom}</translation>
    </message>
    <message>
        <source>Scale: {what}</source>
        <translation>Échelle&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>FilmList</name>
    <message>
        <source>Films</source>
        <translation>Clichés</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>An opacity that is neither COVID-19 nor viral pneumonia.</source>
        <translation>Une opacité qui n’est ni COVID-19 ni pneumonie virale.</translation>
    </message>
    <message>
        <source>From {low} to {high} when the film is changed a little: shifted, turned, scaled, lighter, darker, blurred, compressed. No confidence interval.</source>
        <translation>De {low} à {high} quand le cliché est un peu modifié&#xa0;: décalé, tourné, redimensionné, plus clair, plus sombre, flouté, comprimé. Ce n’est pas un intervalle de confiance.</translation>
    </message>
    <message>
        <source>With the box hidden {number}.</source>
        <translation>Avec le rectangle masqué {number}.</translation>
    </message>
    <message>
        <source>below</source>
        <translation>moins de</translation>
    </message>
</context>
<context>
    <name>FindingsTable</name>
    <message>
        <source>Probabilities</source>
        <translation>Probabilités</translation>
    </message>
</context>
<context>
    <name>ForgetSettings</name>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget all settings? What stands in this dialog, the keys you chose, and the places of window and columns go back to what they were at the first start. The journal stays.</source>
        <translation>Oublier tous les réglages&#xa0;? Ce qui figure dans ce dialogue, les touches que vous avez choisies et les places de la fenêtre et des colonnes redeviennent ce qu’ils étaient au premier démarrage. Le journal reste.</translation>
    </message>
</context>
<context>
    <name>GestureButton</name>
    <message>
        <source>{choice} (usual)</source>
        <translation>{choice} (habituel)</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Drag an edge of the window, or all of it. Arrow keys: level and width</source>
        <translation>Faites glisser un bord de la fenêtre, ou la fenêtre entière. Flèches&#xa0;: niveau et largeur</translation>
    </message>
    <message>
        <source>Histogram and window</source>
        <translation>Histogramme et fenêtre</translation>
    </message>
    <message>
        <source>{window}; values of the film from {low} to {high}</source>
        <translation>{window} ; valeurs du cliché de {low} à {high}</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Film</source>
        <translation>Cliché</translation>
    </message>
</context>
<context>
    <name>ImpressionView</name>
    <message>
        <source>Recorded {time}</source>
        <translation>Enregistrée&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Say first what you see: then the result unfolds.</source>
        <translation>Dites d’abord ce que vous voyez&#xa0;: le résultat se dévoile ensuite.</translation>
    </message>
    <message>
        <source>{recorded}, result of {time}</source>
        <translation>{recorded}, résultat&#xa0;: {time}</translation>
    </message>
    <message>
        <source>, after seeing the model</source>
        <translation>, après avoir vu le modèle</translation>
    </message>
    <message>
        <source>, before seeing the model</source>
        <translation>, avant d’avoir vu le modèle</translation>
    </message>
    <message>
        <source>Amended {time}: {answer}</source>
        <translation>Modifiée ({time})&#xa0;: {answer}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>The first impression is kept beside the new one</source>
        <translation>La première impression est conservée à côté de la nouvelle</translation>
    </message>
    <message>
        <source>{recorded}
Result of {time}</source>
        <translation>{recorded}
Résultat&#xa0;: {time}</translation>
    </message>
</context>
<context>
    <name>InstallationCheckDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Checking this installation…</source>
        <translation>Vérification de cette installation…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Installation check</source>
        <translation>Vérification de l’installation</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Enregistrer en texte…</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Enregistrer le certificat</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Fichiers texte (*.txt)</translation>
    </message>
    <message>
        <source>The certificate cannot be written: {reason}.</source>
        <translation>Impossible d’écrire le certificat&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>✓  Passed: this installation computes what the release computed.</source>
        <translation>✓  Réussie&#xa0;: cette installation calcule la même chose que la version publiée.</translation>
    </message>
    <message>
        <source>✕  Not passed. Do not use this installation: install the program again.</source>
        <translation>✕  Échouée. N’utilisez pas cette installation&#xa0;: installez à nouveau le programme.</translation>
    </message>
    <message>
        <source>✕  The check could not be made. Install the program again.</source>
        <translation>✕  La vérification n’a pas pu être faite. Installez à nouveau le programme.</translation>
    </message>
    <message>
        <source>✕  The check could not be made.</source>
        <translation>✕  La vérification n’a pas pu être faite.</translation>
    </message>
</context>
<context>
    <name>KeptView</name>
    <message>
        <source>Crash reports</source>
        <translation>Rapports de plantage</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Vider…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Reports: {number}</source>
        <translation>Rapports&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Results: {results}, impressions: {impressions}</source>
        <translation>Résultats&#xa0;: {results}, impressions&#xa0;: {impressions}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Touches et souris</translation>
    </message>
    <message>
        <source>Mouse and held keys on the film</source>
        <translation>Souris et touches maintenues sur le cliché</translation>
    </message>
    <message>
        <source>Press the new key for “{command}”.</source>
        <translation>Appuyez sur la nouvelle touche pour «&#xa0;{command}&#xa0;».</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Rechercher parmi les touches</translation>
    </message>
    <message>
        <source>Take back every change</source>
        <translation>Annuler tous les changements</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Touches habituelles</translation>
    </message>
    <message>
        <source>{key} is taken by “{command}”.</source>
        <translation>{key} sert déjà à «&#xa0;{command}&#xa0;».</translation>
    </message>
    <message>
        <source>A key that is held cannot have Ctrl, Alt or Shift with it.</source>
        <translation>Une touche maintenue ne peut pas être accompagnée de Ctrl, Alt ou Maj.</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Touches et leur effet</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Touche habituelle</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>aucune touche</translation>
    </message>
    <message>
        <source>Click a key to change it, right-click it for its usual key or none. Click what the mouse does (▾) to choose. The digits stay: a digit is the number of a window in the file.</source>
        <translation>Cliquez sur une touche pour la changer&#xa0;; un clic droit propose la touche habituelle ou aucune. Cliquez sur ce que fait la souris (▾) pour choisir. Les chiffres restent&#xa0;: un chiffre est le numéro d’une fenêtre du fichier.</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message>
        <source>Filter  /</source>
        <translation>Filtrer  /</translation>
    </message>
    <message>
        <source>Filter the list of films</source>
        <translation>Filtrer la liste des clichés</translation>
    </message>
    <message>
        <source>No film matches</source>
        <translation>Aucun cliché ne correspond</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show and sort</source>
        <translation>Afficher et trier</translation>
    </message>
    <message>
        <source>Sort again ({count})</source>
        <translation>Trier à nouveau ({count})</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>Tri&#xa0;: {order}</translation>
    </message>
    <message>
        <source>The film on view is hidden</source>
        <translation>Le cliché affiché est masqué dans la liste</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>Affichés&#xa0;: {shown} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n failed hidden</source>
        <translation>
            <numerusform>%n en échec, masqué</numerusform>
            <numerusform>%n en échec, masqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n films</source>
        <translation>
            <numerusform>%n cliché</numerusform>
            <numerusform>%n clichés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden until you say what you see</source>
        <translation>
            <numerusform>%n masqué tant que vous n’avez pas dit ce que vous voyez</numerusform>
            <numerusform>%n masqués tant que vous n’avez pas dit ce que vous voyez</numerusform>
        </translation>
    </message>
    <message>
        <source>By name, ID, accession number, description, file name or outcome</source>
        <translation>Par nom, ID, numéro d’accession, description, nom de fichier ou résultat</translation>
    </message>
</context>
<context>
    <name>MapControls</name>
    <message>
        <source>Contours</source>
        <translation>Contours</translation>
    </message>
    <message>
        <source>Draw from</source>
        <translation>Dessiner dès</translation>
    </message>
    <message>
        <source>Evidence in logits; the same colours for the same evidence on every film</source>
        <translation>Indices en logits&#xa0;; les mêmes couleurs pour les mêmes indices sur tous les clichés</translation>
    </message>
    <message>
        <source>Fall of the probability, in percent points</source>
        <translation>Baisse de la probabilité, en points de pourcentage</translation>
    </message>
    <message>
        <source>From {scale:.2g} logits on</source>
        <translation>À partir de {scale:.2g} logits</translation>
    </message>
    <message>
        <source>Hide and look</source>
        <translation>Masquer et voir</translation>
    </message>
    <message>
        <source>Hiding one part after the other …</source>
        <translation>Masquage d’une partie après l’autre …</translation>
    </message>
    <message>
        <source>How far the probability of {finding} falls when a part of the film is hidden: a second opinion on the map. At most it falls by {points:.1f} points.</source>
        <translation>De combien la probabilité de {finding} baisse quand une partie du cliché est masquée&#xa0;: un second avis sur la carte. Au plus, elle baisse de {points:.1f} points.</translation>
    </message>
    <message>
        <source>Lines at a quarter, a half and three quarters of full strength, the stronger the wider</source>
        <translation>Lignes au quart, à la moitié et aux trois quarts de la pleine intensité, d’autant plus larges qu’elle est forte</translation>
    </message>
    <message>
        <source>No evidence above the threshold: the map is empty.</source>
        <translation>Aucun indice au-dessus du seuil&#xa0;: la carte est vide.</translation>
    </message>
    <message>
        <source>No fall above the threshold: the map is empty.</source>
        <translation>Aucune baisse au-dessus du seuil&#xa0;: la carte est vide.</translation>
    </message>
    <message>
        <source>Nothing on this film speaks for it: the map is empty.</source>
        <translation>Rien sur ce cliché ne parle en ce sens&#xa0;: la carte est vide.</translation>
    </message>
    <message>
        <source>Or more, in percent of probability</source>
        <translation>Ou plus, en points de pourcentage</translation>
    </message>
    <message>
        <source>Show map</source>
        <translation>Afficher la carte</translation>
    </message>
    <message>
        <source>Stop hiding</source>
        <translation>Ne plus masquer</translation>
    </message>
    <message>
        <source>Strength of the map</source>
        <translation>Intensité de la carte</translation>
    </message>
    <message>
        <source>Weakest evidence that is drawn</source>
        <translation>Indice le plus faible dessiné</translation>
    </message>
    <message>
        <source>Which map</source>
        <translation>Quelle carte</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>falls by {points:.0f} points</source>
        <translation>baisse de {points:.0f} points</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>sans effet</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>aucun indice</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>indices forts</translation>
    </message>
    <message>
        <source>{share} of this evidence lies outside the lungs.</source>
        <translation>{share} de ces indices sont hors des poumons.</translation>
    </message>
    <message>
        <source>▲ {share} of this evidence lies outside the lungs: trust neither this map nor its number.</source>
        <translation>▲ {share} de ces indices sont hors des poumons&#xa0;: ne vous fiez ni à cette carte ni à son chiffre.</translation>
    </message>
</context>
<context>
    <name>Paging</name>
    <message>
        <source>The wheel stays with the patient: {key} goes on.</source>
        <translation>La molette reste chez le patient&#xa0;: {key} va plus loin.</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Choose a film…</source>
        <translation>Choisir un cliché…</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <source>Film beside it</source>
        <translation>Cliché à côté</translation>
    </message>
    <message>
        <source>Film to compare with</source>
        <translation>Cliché à comparer</translation>
    </message>
    <message>
        <source>No film to compare with</source>
        <translation>Aucun cliché à comparer</translation>
    </message>
    <message>
        <source>Zoom linked</source>
        <translation>Zoom lié</translation>
    </message>
    <message>
        <source>Zoom not linked</source>
        <translation>Zoom non lié</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Encrypted archive</source>
        <translation>Archive chiffrée</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>{archive} is encrypted.</source>
        <translation>{archive} est chiffrée.</translation>
    </message>
    <message>
        <source>✕  That password does not open it.</source>
        <translation>✕  Ce mot de passe ne l’ouvre pas.</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>DICOM, PNG, JPEG, TIFF, whole folders or ZIPs.
Nothing leaves this computer.</source>
        <translation>DICOM, PNG, JPEG, TIFF, dossiers entiers ou ZIP.
Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Drop chest radiographs here</source>
        <translation>Déposez ici des radiographies de thorax</translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation>Recherche de clichés …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>This film cannot be shown</source>
        <translation>Ce cliché ne peut pas être affiché</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Rétablir les valeurs par défaut…</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>Ce qui est conservé sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>RestoreDefaults</name>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Restore the defaults of these settings?</source>
        <translation>Rétablir les valeurs par défaut de ces réglages&#xa0;?</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>About the model</source>
        <translation>À propos du modèle</translation>
    </message>
    <message>
        <source>Applicability</source>
        <translation>Applicabilité</translation>
    </message>
    <message>
        <source>Classifying …</source>
        <translation>Classification …</translation>
    </message>
    <message>
        <source>Hiding the box …</source>
        <translation>Masquage du rectangle …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilités</translation>
    </message>
    <message>
        <source>Read film again</source>
        <translation>Relire le cliché</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Where it looked</source>
        <translation>Où il a regardé</translation>
    </message>
    <message>
        <source>Your impression</source>
        <translation>Votre impression</translation>
    </message>
    <message>
        <source>{shape}  Classified</source>
        <translation>{shape}  Classé</translation>
    </message>
    <message>
        <source>{shape}  Failed</source>
        <translation>{shape}  Échec</translation>
    </message>
    <message>
        <source>{shape}  Not run</source>
        <translation>{shape}  Non analysé</translation>
    </message>
    <message>
        <source>{shape}  Refused: not a film for this model</source>
        <translation>{shape}  Refusé&#xa0;: pas un cliché pour ce modèle</translation>
    </message>
    <message>
        <source>COVID-19 looks like other pneumonias: on films from elsewhere the model often took one for the other.</source>
        <translation>La COVID-19 ressemble à d’autres pneumonies&#xa0;: sur des clichés d’ailleurs, le modèle a souvent pris l’une pour l’autre.</translation>
    </message>
    <message>
        <source>“None of these” is an opacity of another kind: which, the model cannot say. It cannot see tuberculosis, bacterial pneumonia, effusion, pneumothorax, nodules, fractures, lines and tubes, or anything else.</source>
        <translation>«&#xa0;Aucune de celles-ci&#xa0;» est une opacité d’un autre type&#xa0;: lequel, le modèle ne peut le dire. Il ne voit ni tuberculose, ni pneumonie bactérienne, ni épanchement, ni pneumothorax, ni nodules, ni fractures, ni cathéters et sondes, ni rien d’autre.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation>Recherche de clichés …</translation>
    </message>
    <message>
        <source>Looking for films: {found} found</source>
        <translation>Recherche de clichés&#xa0;; trouvés&#xa0;: {found}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation>Usage de recherche&#xa0;; ce n’est pas un dispositif médical</translation>
    </message>
    <message>
        <source>Run the rest</source>
        <translation>Analyser le reste</translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed</source>
        <translation>Classés&#xa0;: {classified} sur {total}&#xa0;; refusés&#xa0;: {refused}&#xa0;; en échec&#xa0;: {failed}</translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed, {left} not run</source>
        <translation>Classés&#xa0;: {classified} sur {total}&#xa0;; refusés&#xa0;: {refused}&#xa0;; en échec&#xa0;: {failed}&#xa0;; non analysés&#xa0;: {left}</translation>
    </message>
    <message>
        <source>A filter hides films. Show the list</source>
        <translation>Un filtre masque des clichés. Afficher la liste</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>◀ Of the current film, on the left: {film}. Nothing here is about the other one.</source>
        <translation>◀ Du cliché actuel, à gauche&#xa0;: {film}. Rien ici ne concerne l’autre.</translation>
    </message>
</context>
<context>
    <name>Surprises</name>
    <message>
        <source>Something went wrong inside the program ({kind} at {place}). What was open is still there; if the picture looks wrong, open it again. A report without names and pictures was kept on this computer: Help, Crash reports.</source>
        <translation>Une erreur s’est produite dans le programme ({kind} à {place}). Ce qui était ouvert l’est encore&#xa0;; si l’image semble fausse, ouvrez-la à nouveau. Un rapport sans noms ni images est conservé sur cet ordinateur&#xa0;: Aide, Rapports de plantage.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Drop films here</source>
        <translation>Déposez des clichés ici</translation>
    </message>
    <message>
        <source>First whether, then how much</source>
        <translation>D’abord si, ensuite combien</translation>
    </message>
    <message>
        <source>Here stands first whether the model may be asked about this film at all. Then it asks for your own impression ({first} to {last}), and only then shows its numbers: who has seen a number reads towards it.</source>
        <translation>Ici figure d’abord si le modèle peut seulement être interrogé sur ce cliché. Puis il demande votre propre impression ({first} à {last}), et ne montre ses chiffres qu’ensuite&#xa0;: qui a vu un chiffre lit dans son sens.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Ouvrir le cliché d’exemple</translation>
    </message>
    <message>
        <source>Single files, whole folders, ZIPs or the CD of another clinic. Or {key} to choose them. The sample film is drawn by a program and shows nobody.</source>
        <translation>Fichiers isolés, dossiers entiers, ZIP ou le CD d’un autre établissement. Ou {key} pour les choisir. Le cliché d’exemple est dessiné par un programme et ne montre personne.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Text size, colours and motion are in the preferences ({key}).</source>
        <translation>La taille du texte, les couleurs et les mouvements sont dans les préférences ({key}).</translation>
    </message>
    <message>
        <source>The film and the mouse</source>
        <translation>Le cliché et la souris</translation>
    </message>
    <message>
        <source>When you need help</source>
        <translation>Quand vous avez besoin d’aide</translation>
    </message>
    <message>
        <source>{keys} lists every key, and changes them. {card} opens the card of the model: what it was measured on, and where it fails. This tour is in the Help menu.</source>
        <translation>{keys} montre toutes les touches et permet de les changer. {card} ouvre la fiche du modèle&#xa0;: sur quoi il a été mesuré, et où il échoue. Cette visite est dans le menu Aide.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
    <message>
        <source>Left drag: window and level.</source>
        <translation>Glisser (bouton gauche)&#xa0;: fenêtre et niveau.</translation>
    </message>
    <message>
        <source>The wheel never leaves the film; {previous} and {next} go to other films.</source>
        <translation>La molette ne quitte jamais le cliché&#xa0;; {previous} et {next} mènent à d’autres clichés.</translation>
    </message>
    <message>
        <source>{previous} and {next} go to other films.</source>
        <translation>{previous} et {next} mènent à d’autres clichés.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Angle tool</source>
        <translation>Outil &amp;angle</translation>
    </message>
    <message>
        <source>&amp;Annotations: all, few, none</source>
        <translation>&amp;Annotations&#xa0;: toutes, peu, aucune</translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation>A&amp;nnuler l’analyse</translation>
    </message>
    <message>
        <source>&amp;Crash reports</source>
        <translation>Rapports de &amp;plantage</translation>
    </message>
    <message>
        <source>&amp;Distance tool</source>
        <translation>Outil &amp;distance</translation>
    </message>
    <message>
        <source>&amp;Fainter map</source>
        <translation>Carte plus &amp;faible</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>A&amp;juster à la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Hide and look</source>
        <translation>&amp;Masquer et voir</translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation>&amp;Histogramme</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Inverser</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Touches et souris</translation>
    </message>
    <message>
        <source>&amp;List of films</source>
        <translation>&amp;Liste des clichés</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>Car&amp;te</translation>
    </message>
    <message>
        <source>&amp;Next film</source>
        <translation>Cliché &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>&amp;Coller des fichiers</translation>
    </message>
    <message>
        <source>&amp;Previous film</source>
        <translation>Cliché &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Result panel</source>
        <translation>Panneau des &amp;résultats</translation>
    </message>
    <message>
        <source>&amp;Rotate clockwise</source>
        <translation>Tourner dans le sens &amp;horaire</translation>
    </message>
    <message>
        <source>&amp;Run the rest</source>
        <translation>&amp;Analyser le reste</translation>
    </message>
    <message>
        <source>&amp;Stronger map</source>
        <translation>Carte plus f&amp;orte</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Window tool</source>
        <translation>Outil &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Zoom tool</source>
        <translation>Outil &amp;zoom</translation>
    </message>
    <message>
        <source>1:1, pi&amp;xel for pixel</source>
        <translation>1:1, pi&amp;xel par pixel</translation>
    </message>
    <message>
        <source>About the &amp;model</source>
        <translation>À propos du &amp;modèle</translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation>Fenêtre automatique</translation>
    </message>
    <message>
        <source>Close a&amp;ll films</source>
        <translation>&amp;Fermer tous les clichés</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Empty the &amp;journal…</source>
        <translation>&amp;Vider le journal…</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>&amp;Cliché</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>Flip &amp;left to right</source>
        <translation>Retourner &amp;gauche-droite</translation>
    </message>
    <message>
        <source>Flip top to &amp;bottom</source>
        <translation>Retourner haut-&amp;bas</translation>
    </message>
    <message>
        <source>Full screen and back</source>
        <translation>Plein écran et retour</translation>
    </message>
    <message>
        <source>Hide a &amp;box</source>
        <translation>Masquer un &amp;rectangle</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Glisser (bouton gauche)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>My impression: COVID-19</source>
        <translation>Mon impression&#xa0;: COVID-19</translation>
    </message>
    <message>
        <source>My impression: Normal</source>
        <translation>Mon impression&#xa0;: Normal</translation>
    </message>
    <message>
        <source>My impression: Other</source>
        <translation>Mon impression&#xa0;: Autre</translation>
    </message>
    <message>
        <source>My impression: Unsure</source>
        <translation>Mon impression&#xa0;: Incertain</translation>
    </message>
    <message>
        <source>My impression: Viral pneumonia</source>
        <translation>Mon impression&#xa0;: Pneumonie virale</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Pan &amp;tool</source>
        <translation>Outil dép&amp;lacer</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>Lire d’a&amp;bord</translation>
    </message>
    <message>
        <source>Read film &amp;again</source>
        <translation>&amp;Relire le cliché</translation>
    </message>
    <message>
        <source>Remove m&amp;easurement</source>
        <translation>Supprimer la &amp;mesure</translation>
    </message>
    <message>
        <source>Reset &amp;view</source>
        <translation>Réinitialiser la &amp;vue</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clic droit</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Glisser (bouton droit)</translation>
    </message>
    <message>
        <source>Rotate anticl&amp;ockwise</source>
        <translation>Tourner dans le sens an&amp;tihoraire</translation>
    </message>
    <message>
        <source>S&amp;hutter of the file</source>
        <translation>Mas&amp;que du fichier</translation>
    </message>
    <message>
        <source>Show &amp;map (hold to peek)</source>
        <translation>Afficher la &amp;carte (maintenir pour entrevoir)</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Window (across) and level (along), or the chosen tool</source>
        <translation>Fenêtre (horizontal) et niveau (vertical), ou l’outil choisi</translation>
    </message>
    <message>
        <source>Windows and VOI LUTs of the file</source>
        <translation>Fenêtres et VOI LUT du fichier</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Zoom sur le curseur</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>{number}: {what}</source>
        <translation>{number}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>&amp;Compare with a prior</source>
        <translation>&amp;Comparer à un cliché antérieur</translation>
    </message>
    <message>
        <source>&amp;Earlier prior</source>
        <translation>Antérieur plus a&amp;ncien</translation>
    </message>
    <message>
        <source>&amp;Newer prior</source>
        <translation>Antérieur &amp;plus récent</translation>
    </message>
    <message>
        <source>&amp;Tour of four steps</source>
        <translation>&amp;Visite en quatre étapes</translation>
    </message>
    <message>
        <source>Annotations: all, few, none; held, a left drag pans</source>
        <translation>Annotations&#xa0;: toutes, peu, aucune&#xa0;; maintenue, glisser avec le bouton gauche déplace</translation>
    </message>
    <message>
        <source>Arrow keys, Enter</source>
        <translation>Flèches, Entrée</translation>
    </message>
    <message>
        <source>Choose next &amp;measurement</source>
        <translation>&amp;Choisir la mesure suivante</translation>
    </message>
    <message>
        <source>Compare &amp;with another film…</source>
        <translation>Comparer à un a&amp;utre cliché…</translation>
    </message>
    <message>
        <source>Distance, angle or box: move the cross, set a point</source>
        <translation>Distance, angle ou rectangle&#xa0;: déplacer la croix, poser un point</translation>
    </message>
    <message>
        <source>Fin&amp;d in the list</source>
        <translation>Rechercher &amp;dans la liste</translation>
    </message>
    <message>
        <source>Lin&amp;ked zoom</source>
        <translation>&amp;Zoom lié</translation>
    </message>
    <message>
        <source>Look for &amp;new files</source>
        <translation>Chercher de no&amp;uveaux fichiers</translation>
    </message>
    <message>
        <source>Magnifier, while it is held</source>
        <translation>Loupe, tant qu’elle est maintenue</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Glisser (bouton central)</translation>
    </message>
    <message>
        <source>Open the &amp;sample film</source>
        <translation>Ouvrir le cliché d’&amp;exemple</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Maj + flèches</translation>
    </message>
    <message>
        <source>The same in larger steps</source>
        <translation>De même, par plus grands pas</translation>
    </message>
    <message>
        <source>&amp;Installation check…</source>
        <translation>Vérification de l’&amp;installation…</translation>
    </message>
    <message>
        <source>&amp;About Negatoscope</source>
        <translation>À propos de &amp;Negatoscope</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Move the chosen measurement; Enter: one of its points</source>
        <translation>Déplacer la mesure choisie&#xa0;; Entrée&#xa0;: l’un de ses points</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + molette</translation>
    </message>
    <message>
        <source>Previous and next film of the patient</source>
        <translation>Cliché précédent et suivant du patient</translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation>Fenêtre et niveau</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>A child by the picture: {percent} % likely.</source>
        <translation>Un enfant, d’après l’image&#xa0;: probable à {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>A child: {years} years by the file.</source>
        <translation>Un enfant&#xa0;: {years} ans d’après le fichier.</translation>
    </message>
    <message>
        <source>A part of it is cut off: use the whole film.</source>
        <translation>Une partie en est coupée&#xa0;: utilisez le cliché entier.</translation>
    </message>
    <message>
        <source>A whole, upright frontal chest film, by the picture: {percent} % likely.</source>
        <translation>Un cliché de thorax de face, entier et dans le bon sens, d’après l’image&#xa0;: probable à {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>An adult: {years} years by the file.</source>
        <translation>Un adulte&#xa0;: {years} ans d’après le fichier.</translation>
    </message>
    <message>
        <source>Black and white exchanged, by the picture: {percent} % likely.</source>
        <translation>Noir et blanc échangés, d’après l’image&#xa0;: probable à {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>Bone must be white: invert the film, or export it again as it is displayed.</source>
        <translation>L’os doit être blanc&#xa0;: inversez le cliché, ou exportez-le à nouveau tel qu’il est affiché.</translation>
    </message>
    <message>
        <source>COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation>La COVID-19 n’a été apprise que chez l’adulte et n’est pas évaluée chez l’enfant.</translation>
    </message>
    <message>
        <source>Check whether this is the patient&apos;s film and whether the birth date is right.</source>
        <translation>Vérifiez que c’est le cliché de ce patient et que la date de naissance est juste.</translation>
    </message>
    <message>
        <source>Distance to the most similar films the model learned from: {distance}.</source>
        <translation>Distance aux clichés les plus semblables appris par le modèle&#xa0;: {distance}.</translation>
    </message>
    <message>
        <source>Grey levels in the picture: {levels}.</source>
        <translation>Niveaux de gris dans l’image&#xa0;: {levels}.</translation>
    </message>
    <message>
        <source>It is empty or almost so: check the exposure, or export it again.</source>
        <translation>Elle est vide ou presque&#xa0;: vérifiez l’exposition, ou exportez-la à nouveau.</translation>
    </message>
    <message>
        <source>It is unlike anything learned from: do not rely on a model for it.</source>
        <translation>Il ne ressemble à rien de ce qui a été appris&#xa0;: ne vous fiez pas à un modèle pour lui.</translation>
    </message>
    <message>
        <source>Lungs found, by size and place: {fields}.</source>
        <translation>Poumons trouvés, par taille et position&#xa0;: {fields}.</translation>
    </message>
    <message>
        <source>Of a lung&apos;s height or width, {percent} % lies at the border of the picture.</source>
        <translation>De la hauteur ou de la largeur d’un poumon, {percent}&#xa0;% se trouvent au bord de l’image.</translation>
    </message>
    <message>
        <source>Pixels on the short side: {side}.</source>
        <translation>Pixels sur le petit côté&#xa0;: {side}.</translation>
    </message>
    <message>
        <source>Read as {format}.</source>
        <translation>Lu comme {format}.</translation>
    </message>
    <message>
        <source>The file has {frames} frames.</source>
        <translation>Le fichier a {frames} images.</translation>
    </message>
    <message>
        <source>The file says body part {word}.</source>
        <translation>Le fichier indique la région {word}.</translation>
    </message>
    <message>
        <source>The file says modality {word}.</source>
        <translation>Le fichier indique la modalité {word}.</translation>
    </message>
    <message>
        <source>The file says view {word}.</source>
        <translation>Le fichier indique l’incidence {word}.</translation>
    </message>
    <message>
        <source>The model needs at least {limit}: use the original radiograph instead of a thumbnail.</source>
        <translation>Il en faut au moins {limit} au modèle&#xa0;: utilisez la radiographie d’origine et non une vignette.</translation>
    </message>
    <message>
        <source>The model reads chest radiographs only.</source>
        <translation>Le modèle ne lit que les radiographies de thorax.</translation>
    </message>
    <message>
        <source>The model reads frontal views only (AP, PA).</source>
        <translation>Le modèle ne lit que les incidences de face (AP, PA).</translation>
    </message>
    <message>
        <source>The model reads no lateral views, CT or photographs, and no films on which a part of a lung is missing.</source>
        <translation>Le modèle ne lit ni incidences de profil, ni TDM, ni photographies, ni clichés où manque une partie d’un poumon.</translation>
    </message>
    <message>
        <source>The model reads projection radiographs only (CR, DX).</source>
        <translation>Le modèle ne lit que les radiographies de projection (CR, DX).</translation>
    </message>
    <message>
        <source>The model reads single radiographs; export the one frame that is one.</source>
        <translation>Le modèle lit des radiographies isolées&#xa0;; exportez la seule image qui en est une.</translation>
    </message>
    <message>
        <source>The model reads upright frontal chest radiographs that show both lungs.</source>
        <translation>Le modèle lit les radiographies de thorax de face, dans le bon sens, qui montrent les deux poumons.</translation>
    </message>
    <message>
        <source>Turn it upright and export it again.</source>
        <translation>Remettez-le dans le bon sens et exportez-le à nouveau.</translation>
    </message>
    <message>
        <source>Turned on its side or upside down, by the picture: {percent} % likely.</source>
        <translation>Couché sur le côté ou tête en bas, d’après l’image&#xa0;: probable à {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>Use the radiograph itself, not a photograph or a coloured screenshot of it.</source>
        <translation>Utilisez la radiographie elle-même, non une photographie ou une capture d’écran en couleurs.</translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults.</source>
        <translation>La pneumonie virale n’a été apprise que chez l’enfant et n’est pas évaluée chez l’adulte.</translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults. COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation>La pneumonie virale n’a été apprise que chez l’enfant et n’est pas évaluée chez l’adulte. La COVID-19 n’a été apprise que chez l’adulte et n’est pas évaluée chez l’enfant.</translation>
    </message>
    <message>
        <source>adult</source>
        <translation>adulte</translation>
    </message>
    <message>
        <source>age group</source>
        <translation>groupe d’âge</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>région du corps</translation>
    </message>
    <message>
        <source>child</source>
        <translation>enfant</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message>
        <source>familiar</source>
        <translation>ressemblance</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>de face</translation>
    </message>
    <message>
        <source>grey scale</source>
        <translation>niveaux de gris</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>poumons</translation>
    </message>
    <message>
        <source>lungs in the picture</source>
        <translation>poumons dans l’image</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>modalité</translation>
    </message>
    <message>
        <source>polarity</source>
        <translation>polarité</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>lisible</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>orientation</translation>
    </message>
    <message>
        <source>single frame</source>
        <translation>image unique</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>view</source>
        <translation>incidence</translation>
    </message>
    <message>
        <source>{percent} % of the picture is coloured.</source>
        <translation>{percent}&#xa0;% de l’image est en couleurs.</translation>
    </message>
    <message>
        <source>{years} years by the file, an age the model did not learn from. A child by the picture: {percent} % likely.</source>
        <translation>{years} ans d’après le fichier, un âge dont le modèle n’a rien appris. Un enfant, d’après l’image&#xa0;: probable à {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>{years} years by the file, but a child by the picture: {percent} % likely.</source>
        <translation>{years} ans d’après le fichier, mais un enfant d’après l’image&#xa0;: probable à {percent}&#xa0;%.</translation>
    </message>
</context>
<context>
    <name>classes</name>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Aucune de celles-ci</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Pneumonie virale</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Earlier or later: not known</source>
        <translation>Antérieurs ou postérieurs&#xa0;: non connu</translation>
    </message>
    <message>
        <source>Later film</source>
        <translation>Postérieur</translation>
    </message>
    <message>
        <source>Later films</source>
        <translation>Clichés postérieurs</translation>
    </message>
    <message>
        <source>Not the same patient?</source>
        <translation>Pas le même patient&#xa0;?</translation>
    </message>
    <message>
        <source>Of the same study</source>
        <translation>Du même examen</translation>
    </message>
    <message>
        <source>Order unknown</source>
        <translation>Ordre inconnu</translation>
    </message>
    <message>
        <source>Other film</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Other films</source>
        <translation>Autres clichés</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Antérieur</translation>
    </message>
    <message>
        <source>Priors</source>
        <translation>Antérieurs</translation>
    </message>
    <message>
        <source>Same study</source>
        <translation>Même examen</translation>
    </message>
    <message>
        <source>The same patient? The files do not say.</source>
        <translation>Le même patient&#xa0;? Les fichiers ne le disent pas.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>même jour</translation>
    </message>
    <message>
        <source>{interval} earlier</source>
        <translation>{interval} plus tôt</translation>
    </message>
    <message>
        <source>{interval} later</source>
        <translation>{interval} plus tard</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No other film of this patient is open.</source>
        <translation>Aucun autre cliché de ce patient n’est ouvert.</translation>
    </message>
    <message>
        <source>No prior can be found</source>
        <translation>Aucun antérieur ne peut être trouvé</translation>
    </message>
    <message>
        <source>No prior is open</source>
        <translation>Aucun antérieur n’est ouvert</translation>
    </message>
    <message>
        <source>Other films of this patient are: choose one above.</source>
        <translation>D’autres clichés de ce patient le sont&#xa0;: choisissez-en un ci-dessus.</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID du patient</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>This film has no date, so that nothing can be called earlier.</source>
        <translation>Ce cliché n’a pas de date&#xa0;: rien ne peut donc être dit antérieur.</translation>
    </message>
    <message>
        <source>This film&apos;s file names no patient.</source>
        <translation>Le fichier de ce cliché ne nomme aucun patient.</translation>
    </message>
    <message>
        <source>{fact} differs: {left} / {right}.</source>
        <translation>{fact} diffère&#xa0;: {left} / {right}.</translation>
    </message>
    <message>
        <source>{fact} only on the left: {left}.</source>
        <translation>{fact} à gauche seulement&#xa0;: {left}.</translation>
    </message>
    <message>
        <source>{fact} only on the right: {right}.</source>
        <translation>{fact} à droite seulement&#xa0;: {right}.</translation>
    </message>
</context>
<context>
    <name>corners</name>
    <message>
        <source>Left</source>
        <comment>side of the patient</comment>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>side of the patient</comment>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Value {value}  at {column}, {row}</source>
        <translation>Valeur {value}  en {column}, {row}</translation>
    </message>
    <message>
        <source>{value} (stored {stored})</source>
        <translation>{value} (enregistrée {stored})</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{year}-{month}-{day}</source>
        <comment>how a date is written</comment>
        <translation>{day}/{month}/{year}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A part of this program that reads such files is missing: {reason}.</source>
        <translation>Il manque la partie de ce programme qui lit de tels fichiers&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Check that it exists, that you may read it, and that its disc or drive is in order.</source>
        <translation>Vérifiez qu’il existe, que vous pouvez le lire et que son disque ou lecteur est en état.</translation>
    </message>
    <message>
        <source>Check that this is an image and not an archive or a video.</source>
        <translation>Vérifiez que c’est une image et non une archive ou une vidéo.</translation>
    </message>
    <message>
        <source>Check the file, or export it at a smaller size.</source>
        <translation>Vérifiez le fichier, ou exportez-le en plus petit.</translation>
    </message>
    <message>
        <source>Check the password and open the archive again.</source>
        <translation>Vérifiez le mot de passe et ouvrez l’archive à nouveau.</translation>
    </message>
    <message>
        <source>Check where it comes from, or export the image again.</source>
        <translation>Vérifiez d’où il vient, ou exportez l’image à nouveau.</translation>
    </message>
    <message>
        <source>Choose a folder or archive that holds images.</source>
        <translation>Choisissez un dossier ou une archive qui contient des images.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>Choisissez un autre dossier, ou faites-y de la place.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from; nothing of it is shown.</source>
        <translation>Copiez-le à nouveau depuis sa source&#xa0;; rien n’en est affiché.</translation>
    </message>
    <message>
        <source>Copy it again, or unpack it and open the files.</source>
        <translation>Copiez-la à nouveau, ou décompressez-la et ouvrez les fichiers.</translation>
    </message>
    <message>
        <source>Export it uncompressed or as JPEG 2000.</source>
        <translation>Exportez-la sans compression ou en JPEG 2000.</translation>
    </message>
    <message>
        <source>Export the radiograph as DICOM, PNG, JPEG or TIFF.</source>
        <translation>Exportez la radiographie en DICOM, PNG, JPEG ou TIFF.</translation>
    </message>
    <message>
        <source>Export the radiograph as an 8- to 16-bit grey-scale image.</source>
        <translation>Exportez la radiographie en image à niveaux de gris de 8 à 16 bits.</translation>
    </message>
    <message>
        <source>Frame {frame} was asked for, but the file has {number_of_frames}.</source>
        <translation>L’image {frame} a été demandée, mais le fichier en a {number_of_frames}.</translation>
    </message>
    <message>
        <source>Give its password, or unpack it and open the files.</source>
        <translation>Donnez son mot de passe, ou décompressez-la et ouvrez les fichiers.</translation>
    </message>
    <message>
        <source>If it is a large film on a slow drive, copy it to this computer, or read it again.</source>
        <translation>Si c’est un grand cliché sur un lecteur lent, copiez-le sur cet ordinateur, ou relisez-le.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installez à nouveau le programme.</translation>
    </message>
    <message>
        <source>Its map could not be written to {target}: {reason}.</source>
        <translation>Sa carte n’a pas pu être écrite dans {target}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Open the file again.</source>
        <translation>Ouvrez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>Open the folder that holds the images instead.</source>
        <translation>Ouvrez plutôt le dossier qui contient les images.</translation>
    </message>
    <message>
        <source>Open the image file itself.</source>
        <translation>Ouvrez le fichier de l’image lui-même.</translation>
    </message>
    <message>
        <source>Open the image it belongs to.</source>
        <translation>Ouvrez l’image à laquelle il appartient.</translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation>Relisez-le.</translation>
    </message>
    <message>
        <source>Reading it took more than {seconds:.1f} seconds and was given up.</source>
        <translation>La lecture a pris plus de {seconds:.1f} secondes et a été abandonnée.</translation>
    </message>
    <message>
        <source>Reading it was cancelled.</source>
        <translation>La lecture a été annulée.</translation>
    </message>
    <message>
        <source>The archive cannot be unpacked: {reason}.</source>
        <translation>L’archive ne peut pas être décompressée&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The archive is encrypted.</source>
        <translation>L’archive est chiffrée.</translation>
    </message>
    <message>
        <source>The archive is of a kind that cannot be unpacked here: {reason}.</source>
        <translation>L’archive est d’un type qui ne peut pas être décompressé ici&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The content is not an image that can be read here ({found}).</source>
        <translation>Le contenu n’est pas une image lisible ici ({found}).</translation>
    </message>
    <message>
        <source>The directory of this medium cannot be read: {reason}.</source>
        <translation>Le répertoire de ce support ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The directory of this medium refers to a file outside its own folder; it was not opened.</source>
        <translation>Le répertoire de ce support renvoie à un fichier hors de son propre dossier&#xa0;; il n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>The file brought the reading of it to a sudden end; it is probably damaged.</source>
        <translation>Le fichier a brusquement mis fin à sa lecture&#xa0;; il est probablement endommagé.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>Le fichier ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The file could not be processed.</source>
        <translation>Le fichier n’a pas pu être traité.</translation>
    </message>
    <message>
        <source>The file could not be read, for a reason that was not foreseen: {reason}.</source>
        <translation>Le fichier n’a pas pu être lu, pour une raison imprévue&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The file has more than {limit} {what}, which no radiograph needs.</source>
        <translation>Le fichier a plus de {limit} {what}, ce dont aucune radiographie n’a besoin.</translation>
    </message>
    <message>
        <source>The file has {megabytes:.0f} MB; a radiograph has at most {limit_megabytes:.0f} MB.</source>
        <translation>Le fichier a {megabytes:.0f} Mo&#xa0;; une radiographie a au plus {limit_megabytes:.0f} Mo.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete: {reason}.</source>
        <translation>Le fichier est endommagé ou incomplet&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The image claims {columns} x {rows} pixels; at most {limit_megapixels:.0f} million are read.</source>
        <translation>L’image annonce {columns} x {rows} pixels&#xa0;; {limit_megapixels:.0f} millions au plus sont lus.</translation>
    </message>
    <message>
        <source>The image is stored as {name}, which cannot be read here.</source>
        <translation>L’image est enregistrée en {name}, qui ne peut pas être lu ici.</translation>
    </message>
    <message>
        <source>The model cannot be used: {reason}.</source>
        <translation>Le modèle ne peut pas être utilisé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The model could not be run on it: {reason}.</source>
        <translation>Le modèle n’a pas pu l’analyser&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>Le mot de passe ne l’ouvre pas.</translation>
    </message>
    <message>
        <source>The pixels are of a kind that cannot be shown faithfully: {reason}.</source>
        <translation>Les pixels sont d’un type qui ne peut pas être affiché fidèlement&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>Il ne contient aucun fichier.</translation>
    </message>
    <message>
        <source>There is not enough memory to read it.</source>
        <translation>Il n’y a pas assez de mémoire pour le lire.</translation>
    </message>
    <message>
        <source>This DICOM file holds no image ({kind}).</source>
        <translation>Ce fichier DICOM ne contient pas d’image ({kind}).</translation>
    </message>
    <message>
        <source>This is an archive inside an archive.</source>
        <translation>C’est une archive dans une archive.</translation>
    </message>
    <message>
        <source>This is not an ordinary file but a folder, a device or a pipe.</source>
        <translation>Ce n’est pas un fichier ordinaire mais un dossier, un périphérique ou un tube.</translation>
    </message>
    <message>
        <source>Try again; if it fails again, close other programs.</source>
        <translation>Réessayez&#xa0;; en cas de nouvel échec, fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Try another copy of the file.</source>
        <translation>Essayez une autre copie du fichier.</translation>
    </message>
    <message>
        <source>Try another copy of the file; if that fails too, report it.</source>
        <translation>Essayez une autre copie du fichier&#xa0;; si elle échoue aussi, signalez-le.</translation>
    </message>
    <message>
        <source>Unpack it with another program and open the files.</source>
        <translation>Décompressez-la avec un autre programme et ouvrez les fichiers.</translation>
    </message>
    <message>
        <source>Unpack the outer one and open the inner one.</source>
        <translation>Décompressez l’archive extérieure et ouvrez l’intérieure.</translation>
    </message>
    <message>
        <source>The model file is not the one that came with this program: its SHA-256 is {found:.12}… instead of {expected:.12}…, so it was damaged or exchanged, and it is not used.</source>
        <translation>Le fichier du modèle n’est pas celui fourni avec ce programme&#xa0;: son SHA-256 est {found:.12}… au lieu de {expected:.12}…&#xa0;; il a donc été endommagé ou remplacé, et il n’est pas utilisé.</translation>
    </message>
    <message>
        <source>Close it and start it again; what is open stays on view until then.</source>
        <translation>Fermez-le et relancez-le&#xa0;; ce qui est ouvert reste affiché jusque-là.</translation>
    </message>
    <message>
        <source>The program was updated while it was open: {running} is running, and {found} is installed now.</source>
        <translation>Le programme a été mis à jour pendant qu’il était ouvert&#xa0;: {running} est en cours d’exécution, et {found} est maintenant installé.</translation>
    </message>
</context>
<context>
    <name>impressions</name>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Pneumonie virale</translation>
    </message>
</context>
<context>
    <name>installation</name>
    <message>
        <source>FAIL</source>
        <translation>ÉCHEC</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Cliché</translation>
    </message>
    <message>
        <source>Films that came with the program</source>
        <translation>Clichés fournis avec le programme</translation>
    </message>
    <message>
        <source>Largest differences from the release; allowed are {probability:g} and {map:.0%}.</source>
        <translation>Plus grands écarts par rapport à la version publiée&#xa0;; sont admis {probability:g} et {map:.0%}.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Fichiers du modèle</translation>
    </message>
    <message>
        <source>Negatoscope: installation check</source>
        <translation>Negatoscope&#xa0;: vérification de l’installation</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilités</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>The films are synthetic. That they give the same numbers says nothing about how often the model is right about patients. Research use, not a medical device.</source>
        <translation>Les clichés sont synthétiques. Qu’ils donnent les mêmes nombres ne dit rien de la fréquence à laquelle le modèle a raison chez des patients. Usage de recherche&#xa0;; ce n’est pas un dispositif médical.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>expected: {outcome}</source>
        <translation>attendu&#xa0;: {outcome}</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>{seconds:.1f} s (at most {limit:.0f})</source>
        <translation>{seconds:.1f} s (au plus {limit:.0f})</translation>
    </message>
</context>
<context>
    <name>key_hand</name>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>First corner set.</source>
        <translation>Premier coin posé.</translation>
    </message>
    <message>
        <source>point {number} is held</source>
        <translation>le point {number} est saisi</translation>
    </message>
    <message>
        <source>{name} {number} of {total}: {result}</source>
        <translation>{name} {number} sur {total}&#xa0;: {result}</translation>
    </message>
</context>
<context>
    <name>lengths</name>
    <message>
        <source>calibrated</source>
        <translation>calibré</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>detector plane</source>
        <translation>plan du détecteur</translation>
    </message>
    <message>
        <source>kind not stated</source>
        <translation>type non précisé</translation>
    </message>
    <message>
        <source>{cm} cm</source>
        <translation>{cm} cm</translation>
    </message>
    <message>
        <source>{mm} mm</source>
        <translation>{mm} mm</translation>
    </message>
    <message>
        <source>{pixels:.0f} px</source>
        <translation>{pixels:.0f} px</translation>
    </message>
    <message>
        <source>{pixels:.0f} px (widths of a pixel)</source>
        <translation>{pixels:.0f} px (largeurs d’un pixel)</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n copies of the same image, shown once:</source>
        <translation>
            <numerusform>%n copie de la même image, affichée une fois&#xa0;:</numerusform>
            <numerusform>%n copies de la même image, affichées une fois&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation>Sans nom de patient</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Same SOP Instance UID as {path}, but another picture or header: one of the two is wrong.</source>
        <translation>Même SOP Instance UID que {path}, mais une autre image ou un autre en-tête&#xa0;: l’un des deux est faux.</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Série {number}</translation>
    </message>
    <message>
        <source>Without patient data</source>
        <translation>Sans données de patient</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>Tous les clichés</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Comme ouverts</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Classés</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>From the journal, {time}</source>
        <translation>Du journal, {time}</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Non analysés</translation>
    </message>
    <message>
        <source>Outcome, failed first</source>
        <translation>Résultat, échecs d’abord</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Nom du patient</translation>
    </message>
    <message>
        <source>Probability of COVID-19</source>
        <translation>Probabilité de COVID-19</translation>
    </message>
    <message>
        <source>Probability of normal</source>
        <translation>Probabilité de normal</translation>
    </message>
    <message>
        <source>Probability of viral pneumonia</source>
        <translation>Probabilité de pneumonie virale</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Study date, newest first</source>
        <translation>Date de l’examen, plus récents d’abord</translation>
    </message>
    <message>
        <source>▲ The journal held another result for this film, of {time}. The one shown was computed now and counts.</source>
        <translation>▲ Le journal contenait un autre résultat pour ce cliché, de {time}. Celui affiché vient d’être calculé et fait foi.</translation>
    </message>
    <message>
        <source>beside the current film</source>
        <translation>à côté du cliché actuel</translation>
    </message>
    <message numerus="yes">
        <source>%n films folded away</source>
        <translation>
            <numerusform>%n cliché replié</numerusform>
            <numerusform>%n clichés repliés</numerusform>
        </translation>
    </message>
    <message>
        <source>among them the one beside the current film</source>
        <translation>dont celui à côté du cliché actuel</translation>
    </message>
    <message>
        <source>Most probable: {finding}</source>
        <translation>Le plus probable : {finding}</translation>
    </message>
    <message>
        <source>Filter: {shown} of {total}</source>
        <translation>Filtre&#xa0;: {shown} sur {total}</translation>
    </message>
</context>
<context>
    <name>maps</name>
    <message>
        <source>(rank correlation {number:.2f}).</source>
        <translation>(corrélation de rangs {number:.2f}).</translation>
    </message>
    <message>
        <source>COVID-19 rather than another pneumonia</source>
        <translation>COVID-19 plutôt qu’une autre pneumonie</translation>
    </message>
    <message>
        <source>From {share:.0f} % of full strength</source>
        <translation>À partir de {share:.0f}&#xa0;% de la pleine intensité</translation>
    </message>
    <message>
        <source>No evidence above the threshold</source>
        <translation>Aucun indice au-dessus du seuil</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Parts hidden: {finding}</source>
        <translation>Parties masquées&#xa0;: {finding}</translation>
    </message>
    <message>
        <source>The map cannot be compared with it: one of the two is the same everywhere.</source>
        <translation>La carte ne peut pas y être comparée&#xa0;: l’une des deux est partout la même.</translation>
    </message>
    <message>
        <source>The map “{map}” agrees with this</source>
        <translation>La carte «&#xa0;{map}&#xa0;» est d’accord avec cela</translation>
    </message>
    <message>
        <source>The map “{map}” partly agrees with this</source>
        <translation>La carte «&#xa0;{map}&#xa0;» est en partie d’accord avec cela</translation>
    </message>
    <message>
        <source>Viral rather than bacterial</source>
        <translation>Virale plutôt que bactérienne</translation>
    </message>
    <message>
        <source>What speaks against an opacity, and so for normal.</source>
        <translation>Ce qui parle contre une opacité, et donc pour un cliché normal.</translation>
    </message>
    <message>
        <source>What speaks for COVID-19 rather than another pneumonia, if there is an opacity, in an adult: one step, not the whole probability.</source>
        <translation>Ce qui parle pour COVID-19 plutôt qu’une autre pneumonie, s’il y a une opacité, chez un adulte&#xa0;: une étape, non toute la probabilité.</translation>
    </message>
    <message>
        <source>What speaks for a virus rather than bacteria, if there is an opacity, in a child: one step, not the whole probability.</source>
        <translation>Ce qui parle pour un virus plutôt que des bactéries, s’il y a une opacité, chez un enfant&#xa0;: une étape, non toute la probabilité.</translation>
    </message>
    <message>
        <source>What speaks for an opacity: the first step towards COVID-19 and viral pneumonia, not the whole of their probability.</source>
        <translation>Ce qui parle pour une opacité&#xa0;: la première étape vers COVID-19 et pneumonie virale, non toute leur probabilité.</translation>
    </message>
    <message>
        <source>▲ The map “{map}” disagrees with this: treat it with suspicion</source>
        <translation>▲ La carte «&#xa0;{map}&#xa0;» n’est pas d’accord avec cela&#xa0;: méfiez-vous-en</translation>
    </message>
    <message>
        <source>Against an opacity</source>
        <translation>Contre une opacité</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>FLIPPED left to right</source>
        <translation>RETOURNÉ gauche-droite</translation>
    </message>
    <message>
        <source>FLIPPED top to bottom</source>
        <translation>RETOURNÉ haut-bas</translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° anticlockwise</source>
        <translation>RETOURNÉ, tourné de 90° (antihoraire)</translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° clockwise</source>
        <translation>RETOURNÉ, tourné de 90° (horaire)</translation>
    </message>
    <message>
        <source>Turned 180°</source>
        <translation>Tourné de 180°</translation>
    </message>
    <message>
        <source>Turned 90° anticlockwise</source>
        <translation>Tourné de 90° (antihoraire)</translation>
    </message>
    <message>
        <source>Turned 90° clockwise</source>
        <translation>Tourné de 90° (horaire)</translation>
    </message>
</context>
<context>
    <name>mouse_bindings</name>
    <message>
        <source>To pan, hold {key} and drag with the left button.</source>
        <translation>Pour déplacer, maintenez {key} et glissez avec le bouton gauche.</translation>
    </message>
    <message>
        <source>To zoom, turn the wheel with Ctrl.</source>
        <translation>Pour zoomer, tournez la molette avec Ctrl.</translation>
    </message>
    <message>
        <source>{gesture}: {does}.</source>
        <translation>{gesture}&#xa0;: {does}.</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>classified</source>
        <translation>classé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>non analysé</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>lecture …</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>3 samples a pixel as {photometric}</source>
        <translation>3 échantillons par pixel en {photometric}</translation>
    </message>
    <message>
        <source>DICOM without the attributes of an object</source>
        <translation>DICOM sans les attributs d’un objet</translation>
    </message>
    <message>
        <source>High Bit does not follow from Bits Stored</source>
        <translation>High Bit ne découle pas de Bits Stored</translation>
    </message>
    <message>
        <source>Number of Frames is not a number</source>
        <translation>Number of Frames n’est pas un nombre</translation>
    </message>
    <message>
        <source>Pixel Data is missing</source>
        <translation>Pixel Data manque</translation>
    </message>
    <message>
        <source>Pixel Representation is neither 0 nor 1</source>
        <translation>Pixel Representation n’est ni 0 ni 1</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is beyond all measure</source>
        <translation>Rescale Slope ou Intercept dépasse toute mesure</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is not a number</source>
        <translation>Rescale Slope ou Intercept n’est pas un nombre</translation>
    </message>
    <message>
        <source>YBR_FULL_422 with an odd number of columns</source>
        <translation>YBR_FULL_422 avec un nombre impair de colonnes</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>une archive 7-Zip</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>une image BMP</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>une image GIF</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>une image JPEG 2000</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>une image JPEG XL</translation>
    </message>
    <message>
        <source>a JPEG of this depth in several passes</source>
        <translation>un JPEG de cette profondeur en plusieurs passes</translation>
    </message>
    <message>
        <source>a JPEG of {samples} times {bits} bits</source>
        <translation>un JPEG de {samples} fois {bits} bits</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un document PDF</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>un document PostScript</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>une archive RAR</translation>
    </message>
    <message>
        <source>a RIFF file</source>
        <translation>un fichier RIFF</translation>
    </message>
    <message>
        <source>a TIFF picture of the large kind, BigTIFF</source>
        <translation>une image TIFF du grand type, BigTIFF</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>un programme Windows</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>une archive ZIP</translation>
    </message>
    <message>
        <source>a checksum does not match</source>
        <translation>une somme de contrôle ne correspond pas</translation>
    </message>
    <message>
        <source>a description of its pixels has {length} bytes</source>
        <translation>une description de ses pixels a {length} octets</translation>
    </message>
    <message>
        <source>a file compressed by bzip2</source>
        <translation>un fichier compressé par bzip2</translation>
    </message>
    <message>
        <source>a file compressed by gzip</source>
        <translation>un fichier compressé par gzip</translation>
    </message>
    <message>
        <source>a file compressed by xz</source>
        <translation>un fichier compressé par xz</translation>
    </message>
    <message>
        <source>a file compressed by zstd</source>
        <translation>un fichier compressé par zstd</translation>
    </message>
    <message>
        <source>a file lies in too many folders</source>
        <translation>un fichier se trouve dans trop de dossiers</translation>
    </message>
    <message>
        <source>a frame is compressed to {total} bytes, more than it has uncompressed</source>
        <translation>une image compressée occupe {total} octets, plus que sans compression</translation>
    </message>
    <message>
        <source>a mask</source>
        <translation>un masque</translation>
    </message>
    <message>
        <source>a member reaches beyond its end</source>
        <translation>un membre dépasse sa fin</translation>
    </message>
    <message>
        <source>a part of its JPEG 2000 stream has a resolution of its own</source>
        <translation>une partie de son flux JPEG 2000 a une résolution propre</translation>
    </message>
    <message>
        <source>a pass over the picture is missing</source>
        <translation>une passe sur l’image manque</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programme</translation>
    </message>
    <message>
        <source>a record reaches beyond the others</source>
        <translation>un enregistrement dépasse les autres</translation>
    </message>
    <message>
        <source>a sequence is not made of items</source>
        <translation>une séquence n’est pas faite d’éléments</translation>
    </message>
    <message>
        <source>a strip or tile cannot be decompressed</source>
        <translation>une bande ou tuile ne peut pas être décompressée</translation>
    </message>
    <message>
        <source>a strip or tile cannot be inflated</source>
        <translation>une bande ou tuile ne peut pas être dégonflée</translation>
    </message>
    <message>
        <source>a strip or tile ends too early</source>
        <translation>une bande ou tuile se termine trop tôt</translation>
    </message>
    <message>
        <source>a strip or tile holds more than its part of the picture</source>
        <translation>une bande ou tuile contient plus que sa partie de l’image</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>un document texte</translation>
    </message>
    <message>
        <source>a text in markup</source>
        <translation>un texte balisé</translation>
    </message>
    <message>
        <source>an RLE segment holds {found} bytes where {needed} are needed</source>
        <translation>un segment RLE contient {found} octets où il en faut {needed}</translation>
    </message>
    <message>
        <source>an RLE segment is damaged</source>
        <translation>un segment RLE est endommagé</translation>
    </message>
    <message>
        <source>an element claims {length} bytes, more than the file holds</source>
        <translation>un élément annonce {length} octets, plus que n’en contient le fichier</translation>
    </message>
    <message>
        <source>an element has no length</source>
        <translation>un élément n’a pas de longueur</translation>
    </message>
    <message>
        <source>an element reaches beyond the one that holds it</source>
        <translation>un élément dépasse celui qui le contient</translation>
    </message>
    <message>
        <source>an item reaches beyond its sequence</source>
        <translation>un élément dépasse sa séquence</translation>
    </message>
    <message>
        <source>bytes of directory</source>
        <translation>octets de répertoire</translation>
    </message>
    <message>
        <source>bytes of header</source>
        <translation>octets d’en-tête</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>blocs</translation>
    </message>
    <message>
        <source>colours of other than 8 bits</source>
        <translation>des couleurs autres que de 8 bits</translation>
    </message>
    <message>
        <source>compressed as {method}</source>
        <translation>compressée en {method}</translation>
    </message>
    <message>
        <source>compressed with a very large dictionary</source>
        <translation>compressée avec un très grand dictionnaire</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>éléments</translation>
    </message>
    <message>
        <source>encrypted and compressed in a rare way</source>
        <translation>chiffrée et compressée d’une façon rare</translation>
    </message>
    <message>
        <source>entries in a directory</source>
        <translation>entrées dans un répertoire</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>fragments of pixels</source>
        <translation>fragments de pixels</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>images</translation>
    </message>
    <message>
        <source>host is down</source>
        <translation>le serveur ne répond pas</translation>
    </message>
    <message>
        <source>images</source>
        <translation>images</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it claims no pixels</source>
        <translation>il n’annonce aucun pixel</translation>
    </message>
    <message>
        <source>it claims {columns} x {rows} pixels</source>
        <translation>il annonce {columns} x {rows} pixels</translation>
    </message>
    <message>
        <source>it claims {frames} frames and holds {fragments} fragments</source>
        <translation>il annonce {frames} images et contient {fragments} fragments</translation>
    </message>
    <message>
        <source>it does not begin with a header</source>
        <translation>il ne commence pas par un en-tête</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>il se termine trop tôt</translation>
    </message>
    <message>
        <source>it ends within a sequence</source>
        <translation>il se termine dans une séquence</translation>
    </message>
    <message>
        <source>it ends within an element</source>
        <translation>il se termine dans un élément</translation>
    </message>
    <message>
        <source>it has a palette of {bits} bits</source>
        <translation>il a une palette de {bits} bits</translation>
    </message>
    <message>
        <source>it has colours of {bits} bits</source>
        <translation>il a des couleurs de {bits} bits</translation>
    </message>
    <message>
        <source>it has no output {names}</source>
        <translation>il n’a pas de sortie {names}</translation>
    </message>
    <message>
        <source>it has no page</source>
        <translation>il n’a aucune page</translation>
    </message>
    <message>
        <source>it has no records</source>
        <translation>il n’a pas d’enregistrements</translation>
    </message>
    <message>
        <source>it has no such member any more</source>
        <translation>ce membre n’y est plus</translation>
    </message>
    <message>
        <source>it has {bits} bits a value</source>
        <translation>il a {bits} bits par valeur</translation>
    </message>
    <message>
        <source>it has {count} channels</source>
        <translation>il a {count} canaux</translation>
    </message>
    <message>
        <source>it has {count} channels of {bits} bits</source>
        <translation>il a {count} canaux de {bits} bits</translation>
    </message>
    <message>
        <source>it has {found} RLE segments where {needed} are needed</source>
        <translation>il a {found} segments RLE où il en faut {needed}</translation>
    </message>
    <message>
        <source>it has {found} strips or tiles, not {expected}</source>
        <translation>il a {found} bandes ou tuiles, et non {expected}</translation>
    </message>
    <message>
        <source>it holds more rows than it announces</source>
        <translation>il contient plus de lignes qu’il n’en annonce</translation>
    </message>
    <message>
        <source>it is a JPEG-LS outside a DICOM file</source>
        <translation>c’est un JPEG-LS hors d’un fichier DICOM</translation>
    </message>
    <message>
        <source>it is a PNG of a private kind</source>
        <translation>c’est un PNG d’un type privé</translation>
    </message>
    <message>
        <source>it is a TIFF compressed as {method}</source>
        <translation>c’est un TIFF compressé en {method}</translation>
    </message>
    <message>
        <source>it is compressed as High-Throughput JPEG 2000</source>
        <translation>il est compressé en High-Throughput JPEG 2000</translation>
    </message>
    <message>
        <source>it is damaged, or no model at all</source>
        <translation>il est endommagé, ou n’est pas un modèle</translation>
    </message>
    <message>
        <source>it is encrypted in a rare way</source>
        <translation>elle est chiffrée d’une façon rare</translation>
    </message>
    <message>
        <source>it is in printing colours (CMYK)</source>
        <translation>il est en couleurs d’imprimerie (CMJN)</translation>
    </message>
    <message>
        <source>it is made for another input than the classifier</source>
        <translation>il est fait pour une autre entrée que celle du classifieur</translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <translation>elle n’est qu’une partie parmi plusieurs</translation>
    </message>
    <message>
        <source>it points to a place behind its end</source>
        <translation>il renvoie au-delà de sa fin</translation>
    </message>
    <message>
        <source>its JPEG 2000 picture has a palette</source>
        <translation>son image JPEG 2000 a une palette</translation>
    </message>
    <message>
        <source>its JPEG 2000 wrapper holds no picture</source>
        <translation>son enveloppe JPEG 2000 ne contient pas d’image</translation>
    </message>
    <message>
        <source>its JPEG stream has two frame headers</source>
        <translation>son flux JPEG a deux en-têtes d’image</translation>
    </message>
    <message>
        <source>its JPEG stream is hierarchical or states its height at the end</source>
        <translation>son flux JPEG est hiérarchique ou donne sa hauteur à la fin</translation>
    </message>
    <message>
        <source>its JPEG stream states its height at the end</source>
        <translation>son flux JPEG donne sa hauteur à la fin</translation>
    </message>
    <message>
        <source>its JPEG stream uses arithmetic coding</source>
        <translation>son flux JPEG utilise le codage arithmétique</translation>
    </message>
    <message>
        <source>its JPEG stream uses hierarchical coding</source>
        <translation>son flux JPEG utilise le codage hiérarchique</translation>
    </message>
    <message>
        <source>its RLE segments do not follow each other</source>
        <translation>ses segments RLE ne se suivent pas</translation>
    </message>
    <message>
        <source>its bits are in reverse order</source>
        <translation>ses bits sont en ordre inverse</translation>
    </message>
    <message>
        <source>its classes are not {names}</source>
        <translation>ses classes ne sont pas {names}</translation>
    </message>
    <message>
        <source>its colours are {kind}</source>
        <translation>ses couleurs sont {kind}</translation>
    </message>
    <message>
        <source>its compressed pixels are missing</source>
        <translation>ses pixels compressés manquent</translation>
    </message>
    <message>
        <source>its compressed pixels are not made of fragments</source>
        <translation>ses pixels compressés ne sont pas faits de fragments</translation>
    </message>
    <message>
        <source>its compressed pixels end too early</source>
        <translation>ses pixels compressés se terminent trop tôt</translation>
    </message>
    <message>
        <source>its compressed stream and its header disagree on the sign of values</source>
        <translation>son flux compressé et son en-tête se contredisent sur le signe des valeurs</translation>
    </message>
    <message>
        <source>its compressed stream ends too early</source>
        <translation>son flux compressé se termine trop tôt</translation>
    </message>
    <message>
        <source>its compressed stream goes on behind the picture</source>
        <translation>son flux compressé continue après l’image</translation>
    </message>
    <message>
        <source>its compressed stream has no beginning</source>
        <translation>son flux compressé n’a pas de début</translation>
    </message>
    <message>
        <source>its compressed stream has no header</source>
        <translation>son flux compressé n’a pas d’en-tête</translation>
    </message>
    <message>
        <source>its compressed stream has no picture</source>
        <translation>son flux compressé n’a pas d’image</translation>
    </message>
    <message>
        <source>its compressed stream has values of more than {bits} bits</source>
        <translation>son flux compressé a des valeurs de plus de {bits} bits</translation>
    </message>
    <message>
        <source>its compressed stream holds {found} values where {expected} were announced</source>
        <translation>son flux compressé contient {found} valeurs où {expected} étaient annoncées</translation>
    </message>
    <message>
        <source>its compressed stream is not all there</source>
        <translation>son flux compressé n’est pas complet</translation>
    </message>
    <message>
        <source>its compressed stream is out of step</source>
        <translation>son flux compressé est désynchronisé</translation>
    </message>
    <message>
        <source>its compressed stream: {reason}</source>
        <translation>son flux compressé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>its deflated data set cannot be inflated</source>
        <translation>ses données compressées ne peuvent pas être dégonflées</translation>
    </message>
    <message>
        <source>its deflated data set ends too early</source>
        <translation>ses données compressées se terminent trop tôt</translation>
    </message>
    <message>
        <source>its directory contradicts itself</source>
        <translation>son répertoire se contredit</translation>
    </message>
    <message>
        <source>its directory does not lie in it</source>
        <translation>son répertoire ne s’y trouve pas</translation>
    </message>
    <message>
        <source>its directory ends too early</source>
        <translation>son répertoire se termine trop tôt</translation>
    </message>
    <message>
        <source>its end is damaged</source>
        <translation>sa fin est endommagée</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>sa fin manque</translation>
    </message>
    <message>
        <source>its fragments make {found} frames, not {frames}</source>
        <translation>ses fragments font {found} images, et non {frames}</translation>
    </message>
    <message>
        <source>its header has a wrong length</source>
        <translation>son en-tête a une mauvaise longueur</translation>
    </message>
    <message>
        <source>its header makes no sense</source>
        <translation>son en-tête n’a pas de sens</translation>
    </message>
    <message>
        <source>its heads are not {names}</source>
        <translation>ses têtes ne sont pas {names}</translation>
    </message>
    <message>
        <source>its input is {found} instead of {wanted}</source>
        <translation>son entrée est {found} au lieu de {wanted}</translation>
    </message>
    <message>
        <source>its kind is not stated</source>
        <translation>son type n’est pas indiqué</translation>
    </message>
    <message>
        <source>its members overlap</source>
        <translation>ses membres se chevauchent</translation>
    </message>
    <message>
        <source>its metadata has no limit {names}</source>
        <translation>ses métadonnées n’ont pas la limite {names}</translation>
    </message>
    <message>
        <source>its pages refer to each other in a circle</source>
        <translation>ses pages renvoient les unes aux autres en cercle</translation>
    </message>
    <message>
        <source>its palette cannot be used</source>
        <translation>sa palette est inutilisable</translation>
    </message>
    <message>
        <source>its palette has not the size that it needs</source>
        <translation>sa palette n’a pas la taille qu’il faut</translation>
    </message>
    <message>
        <source>its palette is segmented</source>
        <translation>sa palette est segmentée</translation>
    </message>
    <message>
        <source>its pixels are in fragments, its transfer syntax is uncompressed</source>
        <translation>ses pixels sont en fragments, mais sa syntaxe de transfert est sans compression</translation>
    </message>
    <message>
        <source>its pixels end too early</source>
        <translation>ses pixels se terminent trop tôt</translation>
    </message>
    <message>
        <source>its records are not made of items</source>
        <translation>ses enregistrements ne sont pas faits d’éléments</translation>
    </message>
    <message>
        <source>its rows cannot be inflated</source>
        <translation>ses lignes ne peuvent pas être dégonflées</translation>
    </message>
    <message>
        <source>its strips or tiles have no size</source>
        <translation>ses bandes ou tuiles n’ont pas de taille</translation>
    </message>
    <message>
        <source>its strips or tiles hold more than the file</source>
        <translation>ses bandes ou tuiles contiennent plus que le fichier</translation>
    </message>
    <message>
        <source>its table of frames points to where no frame begins</source>
        <translation>sa table d’images renvoie là où aucune image ne commence</translation>
    </message>
    <message>
        <source>its values are floating-point numbers</source>
        <translation>ses valeurs sont des nombres à virgule flottante</translation>
    </message>
    <message>
        <source>its values are floating-point or complex numbers</source>
        <translation>ses valeurs sont des nombres à virgule flottante ou complexes</translation>
    </message>
    <message>
        <source>its values are predicted in a rare way</source>
        <translation>ses valeurs sont prédites d’une façon rare</translation>
    </message>
    <message>
        <source>its values need more than 16 bits</source>
        <translation>ses valeurs demandent plus de 16 bits</translation>
    </message>
    <message>
        <source>levels of nesting</source>
        <translation>niveaux d’imbrication</translation>
    </message>
    <message>
        <source>members</source>
        <translation>membres</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>plus d’espace sur le périphérique</translation>
    </message>
    <message>
        <source>no such device or address</source>
        <translation>périphérique ou adresse inexistants</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>fichier ou dossier inexistant</translation>
    </message>
    <message>
        <source>of a rare kind</source>
        <translation>d’un type rare</translation>
    </message>
    <message>
        <source>one sample a pixel as {photometric}</source>
        <translation>un échantillon par pixel en {photometric}</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>passes in its JPEG stream</source>
        <translation>passes dans son flux JPEG</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>printing colours</source>
        <translation>des couleurs d’imprimerie</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>segments in its JPEG 2000 stream</source>
        <translation>segments dans son flux JPEG 2000</translation>
    </message>
    <message>
        <source>segments in its JPEG stream</source>
        <translation>segments dans son flux JPEG</translation>
    </message>
    <message>
        <source>the colours of its JPEG 2000 stream differ in depth</source>
        <translation>les couleurs de son flux JPEG 2000 diffèrent en profondeur</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message>
        <source>the functional groups of its frames cannot be read</source>
        <translation>les groupes fonctionnels de ses images ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>the header of its compressed stream is out of step</source>
        <translation>l’en-tête de son flux compressé est désynchronisé</translation>
    </message>
    <message>
        <source>the header of its compressed stream is too short</source>
        <translation>l’en-tête de son flux compressé est trop court</translation>
    </message>
    <message>
        <source>the header of its compressed stream makes no sense</source>
        <translation>l’en-tête de son flux compressé n’a pas de sens</translation>
    </message>
    <message>
        <source>the member cannot be decompressed</source>
        <translation>le membre ne peut pas être décompressé</translation>
    </message>
    <message>
        <source>the member cannot be decrypted</source>
        <translation>le membre ne peut pas être déchiffré</translation>
    </message>
    <message>
        <source>the member does not begin where the directory says</source>
        <translation>le membre ne commence pas où le répertoire le dit</translation>
    </message>
    <message>
        <source>the member is not what the directory says</source>
        <translation>le membre n’est pas ce que dit le répertoire</translation>
    </message>
    <message>
        <source>the process that reads files does not start</source>
        <translation>le processus qui lit les fichiers ne démarre pas</translation>
    </message>
    <message>
        <source>tiles in its JPEG 2000 stream</source>
        <translation>tuiles dans son flux JPEG 2000</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>unknown content</source>
        <translation>contenu inconnu</translation>
    </message>
    <message>
        <source>values in a field</source>
        <translation>valeurs dans un champ</translation>
    </message>
    <message>
        <source>{bits} bits a pixel in {allocated}</source>
        <translation>{bits} bits par pixel dans {allocated}</translation>
    </message>
    <message>
        <source>{found} bytes of pixels where {expected} were announced</source>
        <translation>{found} octets de pixels où {expected} étaient annoncés</translation>
    </message>
    <message>
        <source>{found} pixels where {expected} were announced</source>
        <translation>{found} pixels où {expected} étaient annoncés</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} ne peut pas être lu</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} n’est pas un nombre</translation>
    </message>
    <message>
        <source>{samples} samples a pixel</source>
        <translation>{samples} échantillons par pixel</translation>
    </message>
    <message>
        <source>{stored} of {allocated} bits a pixel, the highest being {high}</source>
        <translation>{stored} bits sur {allocated} par pixel, le plus haut étant {high}</translation>
    </message>
    <message>
        <source>its manifest cannot be read: {reason}</source>
        <translation>son manifeste ne peut pas être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>the manifest beside it does not name it</source>
        <translation>le manifeste qui l’accompagne ne le mentionne pas</translation>
    </message>
    <message>
        <source>what is expected of it cannot be read</source>
        <translation>ce qui est attendu de lui ne peut pas être lu</translation>
    </message>
    <message>
        <source>what is expected of it is not what came with this program</source>
        <translation>ce qui en est attendu n’est pas ce qui est venu avec ce programme</translation>
    </message>
</context>
<context>
    <name>reserved_keys</name>
    <message>
        <source>This key has no name by which it could be kept.</source>
        <translation>Cette touche n’a pas de nom sous lequel la retenir.</translation>
    </message>
    <message>
        <source>{key} is a digit on some keyboards, and the digits stay.</source>
        <translation>{key} est un chiffre sur certains claviers, et les chiffres restent.</translation>
    </message>
    <message>
        <source>{key} is for texts: to select, copy, paste and undo.</source>
        <translation>{key} sert aux textes&#xa0;: sélectionner, copier, coller, annuler.</translation>
    </message>
    <message>
        <source>{key} is taken by the film itself.</source>
        <translation>{key} sert déjà au cliché lui-même.</translation>
    </message>
    <message>
        <source>{key} moves the keyboard through the window and its lists.</source>
        <translation>{key} déplace le clavier dans la fenêtre et ses listes.</translation>
    </message>
    <message>
        <source>{key} opens the menu that a right click opens.</source>
        <translation>{key} ouvre le menu du clic droit.</translation>
    </message>
    <message>
        <source>{key} opens the menu “{menu}”.</source>
        <translation>{key} ouvre le menu «&#xa0;{menu}&#xa0;».</translation>
    </message>
    <message>
        <source>{key} presses the button that has the keyboard.</source>
        <translation>{key} actionne le bouton qui a le clavier.</translation>
    </message>
    <message>
        <source>{key} belongs to the system.</source>
        <translation>{key} est réservée au système.</translation>
    </message>
    <message>
        <source>{key} writes a sign on some keyboards, or belongs to the system.</source>
        <translation>{key} écrit un signe sur certains claviers, ou est réservée au système.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Below the result panel</source>
        <translation>Sous le panneau des résultats</translation>
    </message>
    <message>
        <source>Dark, for a dark room</source>
        <translation>Sombre, pour une salle obscure</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>À partir du prochain démarrage</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Name, ID, birth date and sex; list and title name the patient all the same</source>
        <translation>Nom, ID, date de naissance et sexe&#xa0;; la liste et le titre nomment le patient malgré tout</translation>
    </message>
    <message>
        <source>Numbers and maps stay folded until you have recorded an impression</source>
        <translation>Les chiffres et les cartes restent repliés tant que vous n’avez pas enregistré d’impression</translation>
    </message>
    <message>
        <source>Otherwise as the system asks</source>
        <translation>Sinon, comme le système le demande</translation>
    </message>
    <message>
        <source>Patient data on the film</source>
        <translation>Données du patient sur le cliché</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>Lire d’abord</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>The film stays on black in each</source>
        <translation>Le cliché reste sur fond noir dans chacun</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>Classified.</source>
        <translation>Classé.</translation>
    </message>
    <message>
        <source>Classified. Say first what you see: then the result unfolds.</source>
        <translation>Classé. Dites d’abord ce que vous voyez&#xa0;: le résultat se dévoile ensuite.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Échec.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Cliché</translation>
    </message>
    <message>
        <source>Film: {what}</source>
        <translation>Cliché&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation>Carte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Not run.</source>
        <translation>Non analysé.</translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation>Lecture.</translation>
    </message>
    <message>
        <source>Refused: not a film for this model.</source>
        <translation>Refusé&#xa0;: pas un cliché pour ce modèle.</translation>
    </message>
    <message>
        <source>above</source>
        <translation>plus de</translation>
    </message>
    <message>
        <source>below</source>
        <translation>moins de</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversé</translation>
    </message>
    <message>
        <source>{number}, range {low} to {high}</source>
        <translation>{number}, intervalle de {low} à {high}</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>An opacity, but none of the three fits this film.</source>
        <translation>Une opacité, mais aucune des trois ne convient à ce cliché.</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>Could be {most} or {last}: the model cannot tell them apart on this film.</source>
        <translation>Peut-être {most} ou {last}&#xa0;: le modèle ne peut pas les distinguer sur ce cliché.</translation>
    </message>
    <message>
        <source>Could be {one} or {other}: the model cannot tell them apart on this film.</source>
        <translation>Peut-être {one} ou {other}&#xa0;: le modèle ne peut pas les distinguer sur ce cliché.</translation>
    </message>
    <message>
        <source>No film looks like one with a grey box: a hint of what the model uses, no proof.</source>
        <translation>Aucun cliché ne ressemble à un cliché à rectangle gris&#xa0;: un indice de ce que le modèle utilise, non une preuve.</translation>
    </message>
    <message>
        <source>None of the three fits this film.</source>
        <translation>Aucune des trois ne convient à ce cliché.</translation>
    </message>
    <message>
        <source>Of the three, only {name} is not ruled out.</source>
        <translation>Des trois, la seule réponse qui n’est pas écartée&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>Small changes of the whole film do as much.</source>
        <translation>De petits changements du cliché entier en font autant.</translation>
    </message>
    <message>
        <source>Such a statement holds the true class in 9 of 10 films like those the model was calibrated on; on other films perhaps in fewer.</source>
        <translation>Une telle affirmation contient la vraie classe sur 9 clichés sur 10 semblables à ceux du calibrage&#xa0;; sur d’autres, peut-être sur moins.</translation>
    </message>
    <message>
        <source>The model cannot tell: on this film it rules nothing out.</source>
        <translation>Le modèle ne peut le dire&#xa0;: sur ce cliché, il n’écarte rien.</translation>
    </message>
    <message>
        <source>The model was not shown this part: hiding it changes nothing.</source>
        <translation>Cette partie n’a pas été montrée au modèle&#xa0;: la masquer ne change rien.</translation>
    </message>
    <message>
        <source>The model was shown {share} of the box: it sees the lungs alone.</source>
        <translation>{share} du rectangle ont été montrés au modèle&#xa0;: il ne voit que les poumons.</translation>
    </message>
    <message>
        <source>With the box hidden, no number changes by as much as one percent point.</source>
        <translation>Avec le rectangle masqué, aucun chiffre ne change d’un seul point de pourcentage.</translation>
    </message>
    <message>
        <source>With the box hidden, {changes} (percent points).</source>
        <translation>Avec le rectangle masqué, {changes} (points de pourcentage).</translation>
    </message>
    <message>
        <source>an opacity of another kind</source>
        <translation>une opacité d’un autre type</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>not assessed in adults</source>
        <translation>non évaluée chez l’adulte</translation>
    </message>
    <message>
        <source>not assessed in children</source>
        <translation>non évaluée chez l’enfant</translation>
    </message>
    <message>
        <source>viral pneumonia</source>
        <translation>pneumonie virale</translation>
    </message>
    <message>
        <source>{name} falls by {points}</source>
        <translation>{name} baisse de {points}</translation>
    </message>
    <message>
        <source>{name} rises by {points}</source>
        <translation>{name} monte de {points}</translation>
    </message>
</context>
<context>
    <name>windows</name>
    <message>
        <source>W {width}  L {centre}</source>
        <comment>width and level</comment>
        <translation>W {width}  L {centre}</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>plage entière</translation>
    </message>
</context>
</TS>
