<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>, build {commit} of {date}</source>
        <translation>, compilación {commit} de {date}</translation>
    </message>
    <message>
        <source>, run from its source</source>
        <translation>, ejecutado desde el código fuente</translation>
    </message>
    <message>
        <source>About Negatoscope</source>
        <translation>Acerca de Negatoscope</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Its package came without a text; its name says what applies.</source>
        <translation>El paquete vino sin el texto; el nombre de la licencia indica qué se aplica.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Model {name} {version}, SHA-256 {sha256}</source>
        <translation>Modelo {name} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Componentes del programa</translation>
    </message>
    <message>
        <source>Research use, not a medical device. Not for diagnosis or treatment.</source>
        <translation>Uso en investigación; no es un producto sanitario. No sirve para el diagnóstico ni el tratamiento.</translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation>El modelo aún no se ha cargado.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>De qué está hecho y con qué licencias</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Open a folder of films</source>
        <translation>Abrir una carpeta de radiografías</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>Abrir radiografías</translation>
    </message>
    <message>
        <source>The journal cannot be used ({reason}). The program works without it: results and impressions are not remembered from here on. File &gt; Empty the journal begins a new one.</source>
        <translation>El registro no se puede usar ({reason}). El programa funciona sin él: desde ahora no se recuerdan resultados ni impresiones. Archivo &gt; Vaciar el registro empieza uno nuevo.</translation>
    </message>
    <message>
        <source>No new files</source>
        <translation>Ningún archivo nuevo</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Abrir la radiografía de ejemplo</translation>
    </message>
    <message numerus="yes">
        <source>%n new files</source>
        <translation>
            <numerusform>%n archivo nuevo</numerusform>
            <numerusform>%n archivos nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source># Model card

No card came with this model.</source>
        <translation># Ficha del modelo

Este modelo no trae ficha.</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>Acerca del modelo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Link to {address}. This program opens no connection: open it yourself.</source>
        <translation>Enlace a {address}. Este programa no abre ninguna conexión: ábralo usted mismo.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>The card itself is in English.</source>
        <translation>La ficha misma está en inglés.</translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation>El modelo aún no se ha cargado.</translation>
    </message>
    <message>
        <source>{name} {version}
SHA-256 {sha256}</source>
        <translation>{name} {version}
SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Failed</source>
        <translation>No superado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>Fold the checks away</source>
        <translation>Plegar las comprobaciones</translation>
    </message>
    <message>
        <source>Show each check</source>
        <translation>Mostrar cada comprobación</translation>
    </message>
    <message>
        <source>{sign}  all {number} checks passed</source>
        <translation>{sign}  las {number} superadas</translation>
    </message>
</context>
<context>
    <name>ChooseFilm</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare with another film</source>
        <translation>Comparar con otra radiografía</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Radiografías</translation>
    </message>
    <message>
        <source>Name, ID, date or file</source>
        <translation>Nombre, ID, fecha o archivo</translation>
    </message>
    <message>
        <source>No film like that</source>
        <translation>Ninguna radiografía así</translation>
    </message>
    <message>
        <source>No other film is open</source>
        <translation>No hay otra radiografía abierta</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>{count} más: use la búsqueda</translation>
    </message>
</context>
<context>
    <name>Corners</name>
    <message>
        <source>Inverted</source>
        <translation>Invertida</translation>
    </message>
    <message>
        <source>Lossy compressed</source>
        <translation>Compresión con pérdida</translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation>Mapa: {name}</translation>
    </message>
    <message>
        <source>No orientation in the file</source>
        <translation>Sin orientación en el archivo</translation>
    </message>
    <message>
        <source>No valid orientation in the file</source>
        <translation>Sin orientación válida en el archivo</translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation>Uso en investigación; no es un producto sanitario</translation>
    </message>
    <message>
        <source>Shuttered</source>
        <translation>Con máscara</translation>
    </message>
    <message>
        <source>Zoom {percent:.0f} %</source>
        <translation>Zoom {percent:.0f} %</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>Otro paciente</translation>
    </message>
</context>
<context>
    <name>DeleteReports</name>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete all crash reports ({number})?</source>
        <translation>¿Eliminar todos los informes de fallos ({number})?</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>There are no crash reports.</source>
        <translation>No hay informes de fallos.</translation>
    </message>
</context>
<context>
    <name>EmptyJournal</name>
    <message>
        <source>Empty</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Empty the journal? The results and impressions of all films so far are forgotten. It knows the films by the SHA-256 of their files and holds no name and no picture.</source>
        <translation>¿Vaciar el registro? Se olvidan los resultados y las impresiones de todas las radiografías hasta ahora. Conoce las radiografías por el SHA-256 de sus archivos y no guarda ningún nombre ni imagen.</translation>
    </message>
    <message>
        <source>Results: {results}. Impressions: {impressions}.</source>
        <translation>Resultados: {results}. Impresiones: {impressions}.</translation>
    </message>
</context>
<context>
    <name>FilmEdges</name>
    <message>
        <source>Left edge {left}, top {top}, right {right}, bottom {bottom}</source>
        <translation>Borde izquierdo {left}, superior {top}, derecho {right}, inferior {bottom}</translation>
    </message>
    <message>
        <source>Scale: {what}</source>
        <translation>Escala: {what}</translation>
    </message>
</context>
<context>
    <name>FilmList</name>
    <message>
        <source>Films</source>
        <translation>Radiografías</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>An opacity that is neither COVID-19 nor viral pneumonia.</source>
        <translation>Una opacidad que no es COVID-19 ni neumonía vírica.</translation>
    </message>
    <message>
        <source>From {low} to {high} when the film is changed a little: shifted, turned, scaled, lighter, darker, blurred, compressed. No confidence interval.</source>
        <translation>De {low} a {high} cuando la radiografía cambia un poco: desplazada, girada, escalada, más clara, más oscura, desenfocada, comprimida. No es un intervalo de confianza.</translation>
    </message>
    <message>
        <source>With the box hidden {number}.</source>
        <translation>Con el recuadro oculto {number}.</translation>
    </message>
    <message>
        <source>below</source>
        <translation>menos de</translation>
    </message>
</context>
<context>
    <name>FindingsTable</name>
    <message>
        <source>Probabilities</source>
        <translation>Probabilidades</translation>
    </message>
</context>
<context>
    <name>ForgetSettings</name>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget all settings? What stands in this dialog, the keys you chose, and the places of window and columns go back to what they were at the first start. The journal stays.</source>
        <translation>¿Olvidar todos los ajustes? Lo que figura en este diálogo, las teclas que eligió y las posiciones de la ventana y de las columnas vuelven a ser como en el primer inicio. El registro se conserva.</translation>
    </message>
</context>
<context>
    <name>GestureButton</name>
    <message>
        <source>{choice} (usual)</source>
        <translation>{choice} (habitual)</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Drag an edge of the window, or all of it. Arrow keys: level and width</source>
        <translation>Arrastre un borde de la ventana, o toda ella. Flechas: nivel y ancho</translation>
    </message>
    <message>
        <source>Histogram and window</source>
        <translation>Histograma y ventana</translation>
    </message>
    <message>
        <source>{window}; values of the film from {low} to {high}</source>
        <translation>{window}; valores de la radiografía de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Film</source>
        <translation>Radiografía</translation>
    </message>
</context>
<context>
    <name>ImpressionView</name>
    <message>
        <source>Recorded {time}</source>
        <translation>Registrada: {time}</translation>
    </message>
    <message>
        <source>Say first what you see: then the result unfolds.</source>
        <translation>Diga primero lo que ve: después aparece el resultado.</translation>
    </message>
    <message>
        <source>{recorded}, result of {time}</source>
        <translation>{recorded}, resultado: {time}</translation>
    </message>
    <message>
        <source>, after seeing the model</source>
        <translation>, después de ver el modelo</translation>
    </message>
    <message>
        <source>, before seeing the model</source>
        <translation>, antes de ver el modelo</translation>
    </message>
    <message>
        <source>Amended {time}: {answer}</source>
        <translation>Modificada ({time}): {answer}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>The first impression is kept beside the new one</source>
        <translation>La primera impresión se conserva junto a la nueva</translation>
    </message>
    <message>
        <source>{recorded}
Result of {time}</source>
        <translation>{recorded}
Resultado: {time}</translation>
    </message>
</context>
<context>
    <name>InstallationCheckDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Checking this installation…</source>
        <translation>Comprobando esta instalación…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Installation check</source>
        <translation>Comprobación de la instalación</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Guardar como texto…</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Guardar el certificado</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Archivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>The certificate cannot be written: {reason}.</source>
        <translation>No se puede escribir el certificado: {reason}.</translation>
    </message>
    <message>
        <source>✓  Passed: this installation computes what the release computed.</source>
        <translation>✓  Superada: esta instalación calcula lo mismo que la versión publicada.</translation>
    </message>
    <message>
        <source>✕  Not passed. Do not use this installation: install the program again.</source>
        <translation>✕  No superada. No use esta instalación: instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>✕  The check could not be made. Install the program again.</source>
        <translation>✕  No se pudo hacer la comprobación. Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>✕  The check could not be made.</source>
        <translation>✕  No se pudo hacer la comprobación.</translation>
    </message>
</context>
<context>
    <name>KeptView</name>
    <message>
        <source>Crash reports</source>
        <translation>Informes de fallos</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Vaciar…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Olvidar…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Reports: {number}</source>
        <translation>Informes: {number}</translation>
    </message>
    <message>
        <source>Results: {results}, impressions: {impressions}</source>
        <translation>Resultados: {results}, impresiones: {impressions}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Mouse and held keys on the film</source>
        <translation>Ratón y teclas mantenidas sobre la radiografía</translation>
    </message>
    <message>
        <source>Press the new key for “{command}”.</source>
        <translation>Pulse la tecla nueva para “{command}”.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Buscar en las teclas</translation>
    </message>
    <message>
        <source>Take back every change</source>
        <translation>Deshacer todos los cambios</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Teclas habituales</translation>
    </message>
    <message>
        <source>{key} is taken by “{command}”.</source>
        <translation>{key} la usa “{command}”.</translation>
    </message>
    <message>
        <source>A key that is held cannot have Ctrl, Alt or Shift with it.</source>
        <translation>Una tecla que se mantiene pulsada no puede llevar Control, Alt ni Mayúsculas.</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Teclas y lo que hacen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Ninguna tecla</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Tecla habitual</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sin tecla</translation>
    </message>
    <message>
        <source>Click a key to change it, right-click it for its usual key or none. Click what the mouse does (▾) to choose. The digits stay: a digit is the number of a window in the file.</source>
        <translation>Haga clic en una tecla para cambiarla, o clic derecho para la habitual o ninguna. Haga clic en lo que hace el ratón (▾) para elegir. Las cifras no cambian: una cifra es el número de una ventana del archivo.</translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message>
        <source>Filter  /</source>
        <translation>Filtrar  /</translation>
    </message>
    <message>
        <source>Filter the list of films</source>
        <translation>Filtrar la lista de radiografías</translation>
    </message>
    <message>
        <source>No film matches</source>
        <translation>Ninguna radiografía coincide</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Show and sort</source>
        <translation>Mostrar y ordenar</translation>
    </message>
    <message>
        <source>Sort again ({count})</source>
        <translation>Ordenar de nuevo ({count})</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>Orden: {order}</translation>
    </message>
    <message>
        <source>The film on view is hidden</source>
        <translation>La radiografía en pantalla está oculta en la lista</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>Mostradas: {shown} de {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n failed hidden</source>
        <translation>
            <numerusform>%n fallida oculta</numerusform>
            <numerusform>%n fallidas ocultas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n films</source>
        <translation>
            <numerusform>%n radiografía</numerusform>
            <numerusform>%n radiografías</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden until you say what you see</source>
        <translation>
            <numerusform>%n oculta hasta que diga lo que ve</numerusform>
            <numerusform>%n ocultas hasta que diga lo que ve</numerusform>
        </translation>
    </message>
    <message>
        <source>By name, ID, accession number, description, file name or outcome</source>
        <translation>Por nombre, ID, número de acceso, descripción, nombre del archivo o resultado</translation>
    </message>
</context>
<context>
    <name>MapControls</name>
    <message>
        <source>Contours</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Draw from</source>
        <translation>Dibujar desde</translation>
    </message>
    <message>
        <source>Evidence in logits; the same colours for the same evidence on every film</source>
        <translation>Evidencia en logits; los mismos colores para la misma evidencia en todas las radiografías</translation>
    </message>
    <message>
        <source>Fall of the probability, in percent points</source>
        <translation>Caída de la probabilidad, en puntos porcentuales</translation>
    </message>
    <message>
        <source>From {scale:.2g} logits on</source>
        <translation>Desde {scale:.2g} logits</translation>
    </message>
    <message>
        <source>Hide and look</source>
        <translation>Ocultar y observar</translation>
    </message>
    <message>
        <source>Hiding one part after the other …</source>
        <translation>Ocultando una parte tras otra …</translation>
    </message>
    <message>
        <source>How far the probability of {finding} falls when a part of the film is hidden: a second opinion on the map. At most it falls by {points:.1f} points.</source>
        <translation>Cuánto cae la probabilidad de {finding} al ocultar una parte de la radiografía: una segunda opinión sobre el mapa. Como máximo cae {points:.1f} puntos.</translation>
    </message>
    <message>
        <source>Lines at a quarter, a half and three quarters of full strength, the stronger the wider</source>
        <translation>Líneas a un cuarto, la mitad y tres cuartos de la intensidad plena; cuanto más intensa, más anchas</translation>
    </message>
    <message>
        <source>No evidence above the threshold: the map is empty.</source>
        <translation>Ninguna evidencia sobre el umbral: el mapa está vacío.</translation>
    </message>
    <message>
        <source>No fall above the threshold: the map is empty.</source>
        <translation>Ninguna caída sobre el umbral: el mapa está vacío.</translation>
    </message>
    <message>
        <source>Nothing on this film speaks for it: the map is empty.</source>
        <translation>Nada en esta radiografía habla a favor: el mapa está vacío.</translation>
    </message>
    <message>
        <source>Or more, in percent of probability</source>
        <translation>O más, en puntos porcentuales</translation>
    </message>
    <message>
        <source>Show map</source>
        <translation>Mostrar mapa</translation>
    </message>
    <message>
        <source>Stop hiding</source>
        <translation>Dejar de ocultar</translation>
    </message>
    <message>
        <source>Strength of the map</source>
        <translation>Intensidad del mapa</translation>
    </message>
    <message>
        <source>Weakest evidence that is drawn</source>
        <translation>Evidencia más débil que se dibuja</translation>
    </message>
    <message>
        <source>Which map</source>
        <translation>Qué mapa</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>falls by {points:.0f} points</source>
        <translation>cae {points:.0f} puntos</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>sin cambio</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>sin evidencia</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>evidencia fuerte</translation>
    </message>
    <message>
        <source>{share} of this evidence lies outside the lungs.</source>
        <translation>{share} de esta evidencia está fuera de los pulmones.</translation>
    </message>
    <message>
        <source>▲ {share} of this evidence lies outside the lungs: trust neither this map nor its number.</source>
        <translation>▲ {share} de esta evidencia está fuera de los pulmones: no confíe ni en este mapa ni en su número.</translation>
    </message>
</context>
<context>
    <name>Paging</name>
    <message>
        <source>The wheel stays with the patient: {key} goes on.</source>
        <translation>La rueda se queda en el paciente: {key} sigue adelante.</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Choose a film…</source>
        <translation>Elegir una radiografía…</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Film beside it</source>
        <translation>Radiografía de al lado</translation>
    </message>
    <message>
        <source>Film to compare with</source>
        <translation>Radiografía con la que comparar</translation>
    </message>
    <message>
        <source>No film to compare with</source>
        <translation>Ninguna radiografía con la que comparar</translation>
    </message>
    <message>
        <source>Zoom linked</source>
        <translation>Zoom conjunto</translation>
    </message>
    <message>
        <source>Zoom not linked</source>
        <translation>Zoom separado</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Encrypted archive</source>
        <translation>Archivo cifrado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar contraseña</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>{archive} is encrypted.</source>
        <translation>{archive} está cifrado.</translation>
    </message>
    <message>
        <source>✕  That password does not open it.</source>
        <translation>✕  Esa contraseña no lo abre.</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>DICOM, PNG, JPEG, TIFF, whole folders or ZIPs.
Nothing leaves this computer.</source>
        <translation>DICOM, PNG, JPEG, TIFF, carpetas enteras o ZIP.
Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Drop chest radiographs here</source>
        <translation>Suelte aquí radiografías de tórax</translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation>Buscando radiografías …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>This film cannot be shown</source>
        <translation>Esta radiografía no se puede mostrar</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Restaurar los valores iniciales…</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>Lo que se guarda en este equipo</translation>
    </message>
</context>
<context>
    <name>RestoreDefaults</name>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore the defaults of these settings?</source>
        <translation>¿Restaurar los valores iniciales de estos ajustes?</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>About the model</source>
        <translation>Acerca del modelo</translation>
    </message>
    <message>
        <source>Applicability</source>
        <translation>Aplicabilidad</translation>
    </message>
    <message>
        <source>Classifying …</source>
        <translation>Clasificando …</translation>
    </message>
    <message>
        <source>Hiding the box …</source>
        <translation>Ocultando el recuadro …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilidades</translation>
    </message>
    <message>
        <source>Read film again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Where it looked</source>
        <translation>Dónde miró</translation>
    </message>
    <message>
        <source>Your impression</source>
        <translation>Su impresión</translation>
    </message>
    <message>
        <source>{shape}  Classified</source>
        <translation>{shape}  Clasificada</translation>
    </message>
    <message>
        <source>{shape}  Failed</source>
        <translation>{shape}  Fallida</translation>
    </message>
    <message>
        <source>{shape}  Not run</source>
        <translation>{shape}  Sin analizar</translation>
    </message>
    <message>
        <source>{shape}  Refused: not a film for this model</source>
        <translation>{shape}  Rechazada: no es una radiografía para este modelo</translation>
    </message>
    <message>
        <source>COVID-19 looks like other pneumonias: on films from elsewhere the model often took one for the other.</source>
        <translation>La COVID-19 se parece a otras neumonías: en radiografías de otros lugares, el modelo tomó a menudo una por otra.</translation>
    </message>
    <message>
        <source>“None of these” is an opacity of another kind: which, the model cannot say. It cannot see tuberculosis, bacterial pneumonia, effusion, pneumothorax, nodules, fractures, lines and tubes, or anything else.</source>
        <translation>“Ninguna de estas” es una opacidad de otro tipo: cuál, el modelo no lo sabe. No ve tuberculosis, neumonía bacteriana, derrame, neumotórax, nódulos, fracturas, catéteres y tubos, ni ninguna otra cosa.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation>Buscando radiografías …</translation>
    </message>
    <message>
        <source>Looking for films: {found} found</source>
        <translation>Buscando radiografías; encontradas: {found}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation>Uso en investigación; no es un producto sanitario</translation>
    </message>
    <message>
        <source>Run the rest</source>
        <translation>Analizar el resto</translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed</source>
        <translation>Clasificadas: {classified} de {total}; rechazadas: {refused}; fallidas: {failed}</translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed, {left} not run</source>
        <translation>Clasificadas: {classified} de {total}; rechazadas: {refused}; fallidas: {failed}; sin analizar: {left}</translation>
    </message>
    <message>
        <source>A filter hides films. Show the list</source>
        <translation>Un filtro oculta radiografías. Mostrar la lista</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>◀ Of the current film, on the left: {film}. Nothing here is about the other one.</source>
        <translation>◀ De la radiografía actual, a la izquierda: {film}. Nada de aquí se refiere a la otra.</translation>
    </message>
</context>
<context>
    <name>Surprises</name>
    <message>
        <source>Something went wrong inside the program ({kind} at {place}). What was open is still there; if the picture looks wrong, open it again. A report without names and pictures was kept on this computer: Help, Crash reports.</source>
        <translation>Algo salió mal dentro del programa ({kind} en {place}). Lo que estaba abierto sigue ahí; si la imagen parece errónea, ábrala de nuevo. Se guardó en este equipo un informe sin nombres ni imágenes: Ayuda, Informes de fallos.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Drop films here</source>
        <translation>Suelte radiografías aquí</translation>
    </message>
    <message>
        <source>First whether, then how much</source>
        <translation>Primero si, después cuánto</translation>
    </message>
    <message>
        <source>Here stands first whether the model may be asked about this film at all. Then it asks for your own impression ({first} to {last}), and only then shows its numbers: who has seen a number reads towards it.</source>
        <translation>Aquí consta primero si se puede siquiera consultar al modelo sobre esta radiografía. Después pide su propia impresión ({first} a {last}) y solo entonces muestra sus números: quien ha visto un número informa en su dirección.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Abrir la radiografía de ejemplo</translation>
    </message>
    <message>
        <source>Single files, whole folders, ZIPs or the CD of another clinic. Or {key} to choose them. The sample film is drawn by a program and shows nobody.</source>
        <translation>Archivos sueltos, carpetas enteras, ZIP o el CD de otra clínica. O {key} para elegirlos. La radiografía de ejemplo la dibujó un programa y no muestra a nadie.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Text size, colours and motion are in the preferences ({key}).</source>
        <translation>El tamaño del texto, los colores y el movimiento están en las preferencias ({key}).</translation>
    </message>
    <message>
        <source>The film and the mouse</source>
        <translation>La radiografía y el ratón</translation>
    </message>
    <message>
        <source>When you need help</source>
        <translation>Cuando necesite ayuda</translation>
    </message>
    <message>
        <source>{keys} lists every key, and changes them. {card} opens the card of the model: what it was measured on, and where it fails. This tour is in the Help menu.</source>
        <translation>{keys} muestra todas las teclas y permite cambiarlas. {card} abre la ficha del modelo: con qué se midió y dónde falla. Este recorrido está en el menú Ayuda.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>Left drag: window and level.</source>
        <translation>Arrastrar (botón izquierdo): ventana y nivel.</translation>
    </message>
    <message>
        <source>The wheel never leaves the film; {previous} and {next} go to other films.</source>
        <translation>La rueda nunca sale de la radiografía; {previous} y {next} van a otras radiografías.</translation>
    </message>
    <message>
        <source>{previous} and {next} go to other films.</source>
        <translation>{previous} y {next} van a otras radiografías.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Angle tool</source>
        <translation>Herramienta án&amp;gulo</translation>
    </message>
    <message>
        <source>&amp;Annotations: all, few, none</source>
        <translation>&amp;Anotaciones: todas, pocas, ninguna</translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation>Ca&amp;ncelar análisis</translation>
    </message>
    <message>
        <source>&amp;Crash reports</source>
        <translation>Informes de &amp;fallos</translation>
    </message>
    <message>
        <source>&amp;Distance tool</source>
        <translation>Herramienta &amp;distancia</translation>
    </message>
    <message>
        <source>&amp;Fainter map</source>
        <translation>Mapa más &amp;tenue</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>A&amp;justar a la ventana</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Hide and look</source>
        <translation>&amp;Ocultar y observar</translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation>&amp;Histograma</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Invertir</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Teclas y ratón</translation>
    </message>
    <message>
        <source>&amp;List of films</source>
        <translation>&amp;Lista de radiografías</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Next film</source>
        <translation>Radiografía &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Abrir archivos…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>&amp;Pegar archivos</translation>
    </message>
    <message>
        <source>&amp;Previous film</source>
        <translation>Radiografía &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Result panel</source>
        <translation>Panel de &amp;resultados</translation>
    </message>
    <message>
        <source>&amp;Rotate clockwise</source>
        <translation>Gi&amp;rar en sentido horario</translation>
    </message>
    <message>
        <source>&amp;Run the rest</source>
        <translation>Analizar el &amp;resto</translation>
    </message>
    <message>
        <source>&amp;Stronger map</source>
        <translation>Mapa más &amp;intenso</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Window tool</source>
        <translation>Herramienta &amp;ventana</translation>
    </message>
    <message>
        <source>&amp;Zoom tool</source>
        <translation>Herramienta &amp;zoom</translation>
    </message>
    <message>
        <source>1:1, pi&amp;xel for pixel</source>
        <translation>1:1, pí&amp;xel a píxel</translation>
    </message>
    <message>
        <source>About the &amp;model</source>
        <translation>Acerca del &amp;modelo</translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation>Ventana automática</translation>
    </message>
    <message>
        <source>Close a&amp;ll films</source>
        <translation>Cerrar &amp;todas las radiografías</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Empty the &amp;journal…</source>
        <translation>&amp;Vaciar el registro…</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>&amp;Radiografía</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Flip &amp;left to right</source>
        <translation>Voltear de izquierda a derec&amp;ha</translation>
    </message>
    <message>
        <source>Flip top to &amp;bottom</source>
        <translation>Voltear de arriba a&amp;bajo</translation>
    </message>
    <message>
        <source>Full screen and back</source>
        <translation>Pantalla completa y volver</translation>
    </message>
    <message>
        <source>Hide a &amp;box</source>
        <translation>Ocultar un &amp;recuadro</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastrar (botón izquierdo)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>My impression: COVID-19</source>
        <translation>Mi impresión: COVID-19</translation>
    </message>
    <message>
        <source>My impression: Normal</source>
        <translation>Mi impresión: Normal</translation>
    </message>
    <message>
        <source>My impression: Other</source>
        <translation>Mi impresión: Otra</translation>
    </message>
    <message>
        <source>My impression: Unsure</source>
        <translation>Mi impresión: Dudosa</translation>
    </message>
    <message>
        <source>My impression: Viral pneumonia</source>
        <translation>Mi impresión: Neumonía vírica</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Pan &amp;tool</source>
        <translation>Herramienta &amp;mover</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>&amp;Evaluar primero</translation>
    </message>
    <message>
        <source>Read film &amp;again</source>
        <translation>&amp;Leer de nuevo la radiografía</translation>
    </message>
    <message>
        <source>Remove m&amp;easurement</source>
        <translation>&amp;Quitar medida</translation>
    </message>
    <message>
        <source>Reset &amp;view</source>
        <translation>R&amp;establecer la vista</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clic derecho</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastrar (botón derecho)</translation>
    </message>
    <message>
        <source>Rotate anticl&amp;ockwise</source>
        <translation>Girar en sentido an&amp;tihorario</translation>
    </message>
    <message>
        <source>S&amp;hutter of the file</source>
        <translation>Máscara del archiv&amp;o</translation>
    </message>
    <message>
        <source>Show &amp;map (hold to peek)</source>
        <translation>Mostrar &amp;mapa (mantener para entrever)</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Window (across) and level (along), or the chosen tool</source>
        <translation>Ventana (horizontal) y nivel (vertical), o la herramienta elegida</translation>
    </message>
    <message>
        <source>Windows and VOI LUTs of the file</source>
        <translation>Ventanas y VOI LUT del archivo</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Zoom en el cursor</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>{number}: {what}</source>
        <translation>{number}: {what}</translation>
    </message>
    <message>
        <source>&amp;Compare with a prior</source>
        <translation>&amp;Comparar con una radiografía previa</translation>
    </message>
    <message>
        <source>&amp;Earlier prior</source>
        <translation>Radiografía previa más anti&amp;gua</translation>
    </message>
    <message>
        <source>&amp;Newer prior</source>
        <translation>Radiografía previa más rec&amp;iente</translation>
    </message>
    <message>
        <source>&amp;Tour of four steps</source>
        <translation>&amp;Recorrido de cuatro pasos</translation>
    </message>
    <message>
        <source>Annotations: all, few, none; held, a left drag pans</source>
        <translation>Anotaciones: todas, pocas, ninguna; mantenida, arrastrar con el botón izquierdo mueve</translation>
    </message>
    <message>
        <source>Arrow keys, Enter</source>
        <translation>Flechas, Intro</translation>
    </message>
    <message>
        <source>Choose next &amp;measurement</source>
        <translation>E&amp;legir la medida siguiente</translation>
    </message>
    <message>
        <source>Compare &amp;with another film…</source>
        <translation>Comparar con &amp;otra radiografía…</translation>
    </message>
    <message>
        <source>Distance, angle or box: move the cross, set a point</source>
        <translation>Distancia, ángulo o recuadro: mover la cruz, fijar un punto</translation>
    </message>
    <message>
        <source>Fin&amp;d in the list</source>
        <translation>Bu&amp;scar en la lista</translation>
    </message>
    <message>
        <source>Lin&amp;ked zoom</source>
        <translation>&amp;Zoom conjunto</translation>
    </message>
    <message>
        <source>Look for &amp;new files</source>
        <translation>Buscar archivos n&amp;uevos</translation>
    </message>
    <message>
        <source>Magnifier, while it is held</source>
        <translation>Lupa, mientras se mantiene pulsada</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastrar (botón central)</translation>
    </message>
    <message>
        <source>Open the &amp;sample film</source>
        <translation>Abrir la radiografía de &amp;ejemplo</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pr&amp;eferencias…</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Mayúsculas + flechas</translation>
    </message>
    <message>
        <source>The same in larger steps</source>
        <translation>Lo mismo en pasos mayores</translation>
    </message>
    <message>
        <source>&amp;Installation check…</source>
        <translation>Comprobación de la &amp;instalación…</translation>
    </message>
    <message>
        <source>&amp;About Negatoscope</source>
        <translation>&amp;Acerca de Negatoscope</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Move the chosen measurement; Enter: one of its points</source>
        <translation>Mover la medida elegida; Intro: uno de sus puntos</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Control + rueda</translation>
    </message>
    <message>
        <source>Previous and next film of the patient</source>
        <translation>Radiografía anterior y siguiente del paciente</translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation>Ventana y nivel</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>A child by the picture: {percent} % likely.</source>
        <translation>Un niño, según la imagen: probabilidad del {percent} %.</translation>
    </message>
    <message>
        <source>A child: {years} years by the file.</source>
        <translation>Un niño: {years} años según el archivo.</translation>
    </message>
    <message>
        <source>A part of it is cut off: use the whole film.</source>
        <translation>Una parte está cortada: use la radiografía completa.</translation>
    </message>
    <message>
        <source>A whole, upright frontal chest film, by the picture: {percent} % likely.</source>
        <translation>Una radiografía frontal de tórax, completa y en la orientación correcta, según la imagen: probabilidad del {percent} %.</translation>
    </message>
    <message>
        <source>An adult: {years} years by the file.</source>
        <translation>Un adulto: {years} años según el archivo.</translation>
    </message>
    <message>
        <source>Black and white exchanged, by the picture: {percent} % likely.</source>
        <translation>Blanco y negro intercambiados, según la imagen: probabilidad del {percent} %.</translation>
    </message>
    <message>
        <source>Bone must be white: invert the film, or export it again as it is displayed.</source>
        <translation>El hueso debe ser blanco: invierta la radiografía o expórtela de nuevo tal como se muestra.</translation>
    </message>
    <message>
        <source>COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation>La COVID-19 se aprendió solo de adultos y no se evalúa en niños.</translation>
    </message>
    <message>
        <source>Check whether this is the patient&apos;s film and whether the birth date is right.</source>
        <translation>Compruebe si la radiografía es de este paciente y si la fecha de nacimiento es correcta.</translation>
    </message>
    <message>
        <source>Distance to the most similar films the model learned from: {distance}.</source>
        <translation>Distancia a las radiografías más parecidas de las que aprendió el modelo: {distance}.</translation>
    </message>
    <message>
        <source>Grey levels in the picture: {levels}.</source>
        <translation>Niveles de gris en la imagen: {levels}.</translation>
    </message>
    <message>
        <source>It is empty or almost so: check the exposure, or export it again.</source>
        <translation>Está vacía o casi: revise la exposición o expórtela de nuevo.</translation>
    </message>
    <message>
        <source>It is unlike anything learned from: do not rely on a model for it.</source>
        <translation>No se parece a nada de lo aprendido: no confíe en un modelo para ella.</translation>
    </message>
    <message>
        <source>Lungs found, by size and place: {fields}.</source>
        <translation>Pulmones hallados, por tamaño y posición: {fields}.</translation>
    </message>
    <message>
        <source>Of a lung&apos;s height or width, {percent} % lies at the border of the picture.</source>
        <translation>De la altura o anchura de un pulmón, el {percent} % está en el borde de la imagen.</translation>
    </message>
    <message>
        <source>Pixels on the short side: {side}.</source>
        <translation>Píxeles en el lado corto: {side}.</translation>
    </message>
    <message>
        <source>Read as {format}.</source>
        <translation>Leída como {format}.</translation>
    </message>
    <message>
        <source>The file has {frames} frames.</source>
        <translation>El archivo tiene {frames} fotogramas.</translation>
    </message>
    <message>
        <source>The file says body part {word}.</source>
        <translation>El archivo indica la región {word}.</translation>
    </message>
    <message>
        <source>The file says modality {word}.</source>
        <translation>El archivo indica la modalidad {word}.</translation>
    </message>
    <message>
        <source>The file says view {word}.</source>
        <translation>El archivo indica la proyección {word}.</translation>
    </message>
    <message>
        <source>The model needs at least {limit}: use the original radiograph instead of a thumbnail.</source>
        <translation>El modelo necesita al menos {limit}: use la radiografía original en vez de una miniatura.</translation>
    </message>
    <message>
        <source>The model reads chest radiographs only.</source>
        <translation>El modelo solo lee radiografías de tórax.</translation>
    </message>
    <message>
        <source>The model reads frontal views only (AP, PA).</source>
        <translation>El modelo solo lee proyecciones frontales (AP, PA).</translation>
    </message>
    <message>
        <source>The model reads no lateral views, CT or photographs, and no films on which a part of a lung is missing.</source>
        <translation>El modelo no lee proyecciones laterales, TC ni fotografías, ni radiografías en las que falte parte de un pulmón.</translation>
    </message>
    <message>
        <source>The model reads projection radiographs only (CR, DX).</source>
        <translation>El modelo solo lee radiografías de proyección (CR, DX).</translation>
    </message>
    <message>
        <source>The model reads single radiographs; export the one frame that is one.</source>
        <translation>El modelo lee radiografías únicas; exporte el fotograma que lo sea.</translation>
    </message>
    <message>
        <source>The model reads upright frontal chest radiographs that show both lungs.</source>
        <translation>El modelo lee radiografías frontales de tórax, en la orientación correcta, que muestren ambos pulmones.</translation>
    </message>
    <message>
        <source>Turn it upright and export it again.</source>
        <translation>Gírela a la orientación correcta y expórtela de nuevo.</translation>
    </message>
    <message>
        <source>Turned on its side or upside down, by the picture: {percent} % likely.</source>
        <translation>Tumbada o cabeza abajo, según la imagen: probabilidad del {percent} %.</translation>
    </message>
    <message>
        <source>Use the radiograph itself, not a photograph or a coloured screenshot of it.</source>
        <translation>Use la propia radiografía, no una fotografía ni una captura en color de ella.</translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults.</source>
        <translation>La neumonía vírica se aprendió solo de niños y no se evalúa en adultos.</translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults. COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation>La neumonía vírica se aprendió solo de niños y no se evalúa en adultos. La COVID-19 se aprendió solo de adultos y no se evalúa en niños.</translation>
    </message>
    <message>
        <source>adult</source>
        <translation>adulto</translation>
    </message>
    <message>
        <source>age group</source>
        <translation>grupo de edad</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>región corporal</translation>
    </message>
    <message>
        <source>child</source>
        <translation>niño</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message>
        <source>familiar</source>
        <translation>semejanza</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>frontal</translation>
    </message>
    <message>
        <source>grey scale</source>
        <translation>escala de grises</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>pulmones</translation>
    </message>
    <message>
        <source>lungs in the picture</source>
        <translation>pulmones en la imagen</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>modalidad</translation>
    </message>
    <message>
        <source>polarity</source>
        <translation>polaridad</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>legible</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>orientación</translation>
    </message>
    <message>
        <source>single frame</source>
        <translation>fotograma único</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamaño</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>incierto</translation>
    </message>
    <message>
        <source>view</source>
        <translation>proyección</translation>
    </message>
    <message>
        <source>{percent} % of the picture is coloured.</source>
        <translation>El {percent} % de la imagen tiene color.</translation>
    </message>
    <message>
        <source>{years} years by the file, an age the model did not learn from. A child by the picture: {percent} % likely.</source>
        <translation>{years} años según el archivo, una edad de la que el modelo no aprendió. Un niño, según la imagen: probabilidad del {percent} %.</translation>
    </message>
    <message>
        <source>{years} years by the file, but a child by the picture: {percent} % likely.</source>
        <translation>{years} años según el archivo, pero un niño según la imagen: probabilidad del {percent} %.</translation>
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
        <translation>Ninguna de estas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Neumonía vírica</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Earlier or later: not known</source>
        <translation>Anteriores o posteriores: no se sabe</translation>
    </message>
    <message>
        <source>Later film</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>Later films</source>
        <translation>Radiografías posteriores</translation>
    </message>
    <message>
        <source>Not the same patient?</source>
        <translation>¿No es el mismo paciente?</translation>
    </message>
    <message>
        <source>Of the same study</source>
        <translation>Del mismo estudio</translation>
    </message>
    <message>
        <source>Order unknown</source>
        <translation>Orden desconocido</translation>
    </message>
    <message>
        <source>Other film</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Other films</source>
        <translation>Otras radiografías</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Previa</translation>
    </message>
    <message>
        <source>Priors</source>
        <translation>Radiografías previas</translation>
    </message>
    <message>
        <source>Same study</source>
        <translation>Mismo estudio</translation>
    </message>
    <message>
        <source>The same patient? The files do not say.</source>
        <translation>¿El mismo paciente? Los archivos no lo dicen.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>mismo día</translation>
    </message>
    <message>
        <source>{interval} earlier</source>
        <translation>{interval} antes</translation>
    </message>
    <message>
        <source>{interval} later</source>
        <translation>{interval} después</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>No other film of this patient is open.</source>
        <translation>No hay abierta otra radiografía de este paciente.</translation>
    </message>
    <message>
        <source>No prior can be found</source>
        <translation>No se puede encontrar ninguna radiografía previa</translation>
    </message>
    <message>
        <source>No prior is open</source>
        <translation>No hay abierta ninguna radiografía previa</translation>
    </message>
    <message>
        <source>Other films of this patient are: choose one above.</source>
        <translation>Otras radiografías de este paciente sí lo están: elija una arriba.</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID del paciente</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>This film has no date, so that nothing can be called earlier.</source>
        <translation>Esta radiografía no tiene fecha; por eso, nada puede llamarse anterior.</translation>
    </message>
    <message>
        <source>This film&apos;s file names no patient.</source>
        <translation>El archivo de esta radiografía no nombra a ningún paciente.</translation>
    </message>
    <message>
        <source>{fact} differs: {left} / {right}.</source>
        <translation>{fact} difiere: {left} / {right}.</translation>
    </message>
    <message>
        <source>{fact} only on the left: {left}.</source>
        <translation>{fact} solo a la izquierda: {left}.</translation>
    </message>
    <message>
        <source>{fact} only on the right: {right}.</source>
        <translation>{fact} solo a la derecha: {right}.</translation>
    </message>
</context>
<context>
    <name>corners</name>
    <message>
        <source>Left</source>
        <comment>side of the patient</comment>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>side of the patient</comment>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Value {value}  at {column}, {row}</source>
        <translation>Valor {value}  en {column}, {row}</translation>
    </message>
    <message>
        <source>{value} (stored {stored})</source>
        <translation>{value} (almacenado {stored})</translation>
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
        <translation>Falta una parte de este programa que lee tales archivos: {reason}.</translation>
    </message>
    <message>
        <source>Check that it exists, that you may read it, and that its disc or drive is in order.</source>
        <translation>Compruebe que existe, que usted puede leerlo y que su disco o unidad está en orden.</translation>
    </message>
    <message>
        <source>Check that this is an image and not an archive or a video.</source>
        <translation>Compruebe que es una imagen y no un archivo comprimido o un vídeo.</translation>
    </message>
    <message>
        <source>Check the file, or export it at a smaller size.</source>
        <translation>Revise el archivo o expórtelo a menor tamaño.</translation>
    </message>
    <message>
        <source>Check the password and open the archive again.</source>
        <translation>Revise la contraseña y abra el archivo de nuevo.</translation>
    </message>
    <message>
        <source>Check where it comes from, or export the image again.</source>
        <translation>Revise de dónde viene o exporte la imagen de nuevo.</translation>
    </message>
    <message>
        <source>Choose a folder or archive that holds images.</source>
        <translation>Elija una carpeta o un archivo comprimido que contenga imágenes.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>Elija otra carpeta o haga sitio en ella.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from; nothing of it is shown.</source>
        <translation>Cópielo de nuevo desde su origen; no se muestra nada de él.</translation>
    </message>
    <message>
        <source>Copy it again, or unpack it and open the files.</source>
        <translation>Cópielo de nuevo, o descomprímalo y abra los archivos.</translation>
    </message>
    <message>
        <source>Export it uncompressed or as JPEG 2000.</source>
        <translation>Expórtela sin comprimir o como JPEG 2000.</translation>
    </message>
    <message>
        <source>Export the radiograph as DICOM, PNG, JPEG or TIFF.</source>
        <translation>Exporte la radiografía como DICOM, PNG, JPEG o TIFF.</translation>
    </message>
    <message>
        <source>Export the radiograph as an 8- to 16-bit grey-scale image.</source>
        <translation>Exporte la radiografía como imagen en escala de grises de 8 a 16 bits.</translation>
    </message>
    <message>
        <source>Frame {frame} was asked for, but the file has {number_of_frames}.</source>
        <translation>Se pidió el fotograma {frame}, pero el archivo tiene {number_of_frames}.</translation>
    </message>
    <message>
        <source>Give its password, or unpack it and open the files.</source>
        <translation>Indique la contraseña, o descomprímalo y abra los archivos.</translation>
    </message>
    <message>
        <source>If it is a large film on a slow drive, copy it to this computer, or read it again.</source>
        <translation>Si es una radiografía grande en una unidad lenta, cópiela a este equipo o léala de nuevo.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>Its map could not be written to {target}: {reason}.</source>
        <translation>Su mapa no se pudo escribir en {target}: {reason}.</translation>
    </message>
    <message>
        <source>Open the file again.</source>
        <translation>Abra el archivo de nuevo.</translation>
    </message>
    <message>
        <source>Open the folder that holds the images instead.</source>
        <translation>Abra en su lugar la carpeta que contiene las imágenes.</translation>
    </message>
    <message>
        <source>Open the image file itself.</source>
        <translation>Abra el propio archivo de imagen.</translation>
    </message>
    <message>
        <source>Open the image it belongs to.</source>
        <translation>Abra la imagen a la que pertenece.</translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation>Léala de nuevo.</translation>
    </message>
    <message>
        <source>Reading it took more than {seconds:.1f} seconds and was given up.</source>
        <translation>Leerlo llevó más de {seconds:.1f} segundos y se abandonó.</translation>
    </message>
    <message>
        <source>Reading it was cancelled.</source>
        <translation>La lectura se canceló.</translation>
    </message>
    <message>
        <source>The archive cannot be unpacked: {reason}.</source>
        <translation>El archivo comprimido no se puede abrir: {reason}.</translation>
    </message>
    <message>
        <source>The archive is encrypted.</source>
        <translation>El archivo comprimido está cifrado.</translation>
    </message>
    <message>
        <source>The archive is of a kind that cannot be unpacked here: {reason}.</source>
        <translation>El archivo comprimido es de un tipo que aquí no se puede abrir: {reason}.</translation>
    </message>
    <message>
        <source>The content is not an image that can be read here ({found}).</source>
        <translation>El contenido no es una imagen que aquí se pueda leer ({found}).</translation>
    </message>
    <message>
        <source>The directory of this medium cannot be read: {reason}.</source>
        <translation>El directorio de este medio no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>The directory of this medium refers to a file outside its own folder; it was not opened.</source>
        <translation>El directorio de este medio remite a un archivo fuera de su propia carpeta; no se abrió.</translation>
    </message>
    <message>
        <source>The file brought the reading of it to a sudden end; it is probably damaged.</source>
        <translation>El archivo interrumpió de golpe su lectura; probablemente está dañado.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>El archivo no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>The file could not be processed.</source>
        <translation>El archivo no se pudo procesar.</translation>
    </message>
    <message>
        <source>The file could not be read, for a reason that was not foreseen: {reason}.</source>
        <translation>El archivo no se pudo leer, por un motivo imprevisto: {reason}.</translation>
    </message>
    <message>
        <source>The file has more than {limit} {what}, which no radiograph needs.</source>
        <translation>El archivo tiene más de {limit} {what}, que ninguna radiografía necesita.</translation>
    </message>
    <message>
        <source>The file has {megabytes:.0f} MB; a radiograph has at most {limit_megabytes:.0f} MB.</source>
        <translation>El archivo tiene {megabytes:.0f} MB; una radiografía tiene como máximo {limit_megabytes:.0f} MB.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete: {reason}.</source>
        <translation>El archivo está dañado o incompleto: {reason}.</translation>
    </message>
    <message>
        <source>The image claims {columns} x {rows} pixels; at most {limit_megapixels:.0f} million are read.</source>
        <translation>La imagen declara {columns} x {rows} píxeles; se leen como máximo {limit_megapixels:.0f} millones.</translation>
    </message>
    <message>
        <source>The image is stored as {name}, which cannot be read here.</source>
        <translation>La imagen está guardada como {name}, que aquí no se puede leer.</translation>
    </message>
    <message>
        <source>The model cannot be used: {reason}.</source>
        <translation>El modelo no se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>The model could not be run on it: {reason}.</source>
        <translation>El modelo no se pudo ejecutar con ella: {reason}.</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>La contraseña no lo abre.</translation>
    </message>
    <message>
        <source>The pixels are of a kind that cannot be shown faithfully: {reason}.</source>
        <translation>Los píxeles son de un tipo que no se puede mostrar fielmente: {reason}.</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>No hay ningún archivo dentro.</translation>
    </message>
    <message>
        <source>There is not enough memory to read it.</source>
        <translation>No hay memoria suficiente para leerlo.</translation>
    </message>
    <message>
        <source>This DICOM file holds no image ({kind}).</source>
        <translation>Este archivo DICOM no contiene ninguna imagen ({kind}).</translation>
    </message>
    <message>
        <source>This is an archive inside an archive.</source>
        <translation>Es un archivo comprimido dentro de otro.</translation>
    </message>
    <message>
        <source>This is not an ordinary file but a folder, a device or a pipe.</source>
        <translation>No es un archivo corriente, sino una carpeta, un dispositivo o una tubería.</translation>
    </message>
    <message>
        <source>Try again; if it fails again, close other programs.</source>
        <translation>Inténtelo de nuevo; si vuelve a fallar, cierre otros programas.</translation>
    </message>
    <message>
        <source>Try another copy of the file.</source>
        <translation>Pruebe con otra copia del archivo.</translation>
    </message>
    <message>
        <source>Try another copy of the file; if that fails too, report it.</source>
        <translation>Pruebe con otra copia del archivo; si también falla, comuníquelo.</translation>
    </message>
    <message>
        <source>Unpack it with another program and open the files.</source>
        <translation>Descomprímalo con otro programa y abra los archivos.</translation>
    </message>
    <message>
        <source>Unpack the outer one and open the inner one.</source>
        <translation>Descomprima el exterior y abra el interior.</translation>
    </message>
    <message>
        <source>The model file is not the one that came with this program: its SHA-256 is {found:.12}… instead of {expected:.12}…, so it was damaged or exchanged, and it is not used.</source>
        <translation>El archivo del modelo no es el que vino con este programa: su SHA-256 es {found:.12}… en lugar de {expected:.12}…; por tanto, se dañó o se cambió, y no se usa.</translation>
    </message>
    <message>
        <source>Close it and start it again; what is open stays on view until then.</source>
        <translation>Ciérrelo e inícielo de nuevo; lo que está abierto sigue a la vista hasta entonces.</translation>
    </message>
    <message>
        <source>The program was updated while it was open: {running} is running, and {found} is installed now.</source>
        <translation>El programa se actualizó mientras estaba abierto: se ejecuta {running}, y ahora está instalado {found}.</translation>
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
        <translation>Otra</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Neumonía vírica</translation>
    </message>
</context>
<context>
    <name>installation</name>
    <message>
        <source>FAIL</source>
        <translation>NO SUPERADO</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Radiografía</translation>
    </message>
    <message>
        <source>Films that came with the program</source>
        <translation>Radiografías que vinieron con el programa</translation>
    </message>
    <message>
        <source>Largest differences from the release; allowed are {probability:g} and {map:.0%}.</source>
        <translation>Mayores diferencias con la versión publicada; se admiten {probability:g} y {map:.0%}.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Archivos del modelo</translation>
    </message>
    <message>
        <source>Negatoscope: installation check</source>
        <translation>Negatoscope: comprobación de la instalación</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilidades</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>The films are synthetic. That they give the same numbers says nothing about how often the model is right about patients. Research use, not a medical device.</source>
        <translation>Las radiografías son sintéticas. Que den los mismos números no dice nada sobre la frecuencia con que el modelo acierta en pacientes. Uso en investigación; no es un producto sanitario.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>expected: {outcome}</source>
        <translation>esperado: {outcome}</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>no utilizable</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>{seconds:.1f} s (at most {limit:.0f})</source>
        <translation>{seconds:.1f} s (como máximo {limit:.0f})</translation>
    </message>
</context>
<context>
    <name>key_hand</name>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>First corner set.</source>
        <translation>Primera esquina fijada.</translation>
    </message>
    <message>
        <source>point {number} is held</source>
        <translation>el punto {number} está sujeto</translation>
    </message>
    <message>
        <source>{name} {number} of {total}: {result}</source>
        <translation>{name} {number} de {total}: {result}</translation>
    </message>
</context>
<context>
    <name>lengths</name>
    <message>
        <source>calibrated</source>
        <translation>calibrado</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregido</translation>
    </message>
    <message>
        <source>detector plane</source>
        <translation>plano del detector</translation>
    </message>
    <message>
        <source>kind not stated</source>
        <translation>tipo no indicado</translation>
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
        <translation>{pixels:.0f} px (anchos de un píxel)</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n copies of the same image, shown once:</source>
        <translation>
            <numerusform>%n copia de la misma imagen, mostrada una vez:</numerusform>
            <numerusform>%n copias de la misma imagen, mostradas una vez:</numerusform>
        </translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation>Sin nombre de paciente</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Otros archivos</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Same SOP Instance UID as {path}, but another picture or header: one of the two is wrong.</source>
        <translation>Mismo SOP Instance UID que {path}, pero otra imagen u otra cabecera: uno de los dos es erróneo.</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Without patient data</source>
        <translation>Sin datos de paciente</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>Todas las radiografías</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Como se abrieron</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Clasificadas</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>From the journal, {time}</source>
        <translation>Del registro, {time}</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Sin analizar</translation>
    </message>
    <message>
        <source>Outcome, failed first</source>
        <translation>Resultado, fallidas primero</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Nombre del paciente</translation>
    </message>
    <message>
        <source>Probability of COVID-19</source>
        <translation>Probabilidad de COVID-19</translation>
    </message>
    <message>
        <source>Probability of normal</source>
        <translation>Probabilidad de normal</translation>
    </message>
    <message>
        <source>Probability of viral pneumonia</source>
        <translation>Probabilidad de neumonía vírica</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Study date, newest first</source>
        <translation>Fecha del estudio, más recientes primero</translation>
    </message>
    <message>
        <source>▲ The journal held another result for this film, of {time}. The one shown was computed now and counts.</source>
        <translation>▲ El registro tenía otro resultado para esta radiografía, de {time}. El que se muestra se calculó ahora y es el que vale.</translation>
    </message>
    <message>
        <source>beside the current film</source>
        <translation>al lado de la radiografía actual</translation>
    </message>
    <message numerus="yes">
        <source>%n films folded away</source>
        <translation>
            <numerusform>%n radiografía plegada</numerusform>
            <numerusform>%n radiografías plegadas</numerusform>
        </translation>
    </message>
    <message>
        <source>among them the one beside the current film</source>
        <translation>entre ellas, la que está al lado de la actual</translation>
    </message>
    <message>
        <source>Most probable: {finding}</source>
        <translation>Más probable: {finding}</translation>
    </message>
    <message>
        <source>Filter: {shown} of {total}</source>
        <translation>Filtro: {shown} de {total}</translation>
    </message>
</context>
<context>
    <name>maps</name>
    <message>
        <source>(rank correlation {number:.2f}).</source>
        <translation>(correlación de rangos {number:.2f}).</translation>
    </message>
    <message>
        <source>COVID-19 rather than another pneumonia</source>
        <translation>COVID-19 en vez de otra neumonía</translation>
    </message>
    <message>
        <source>From {share:.0f} % of full strength</source>
        <translation>Desde el {share:.0f} % de la intensidad plena</translation>
    </message>
    <message>
        <source>No evidence above the threshold</source>
        <translation>Ninguna evidencia sobre el umbral</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Parts hidden: {finding}</source>
        <translation>Partes ocultas: {finding}</translation>
    </message>
    <message>
        <source>The map cannot be compared with it: one of the two is the same everywhere.</source>
        <translation>El mapa no se puede comparar con esto: uno de los dos es igual en todas partes.</translation>
    </message>
    <message>
        <source>The map “{map}” agrees with this</source>
        <translation>El mapa “{map}” concuerda con esto</translation>
    </message>
    <message>
        <source>The map “{map}” partly agrees with this</source>
        <translation>El mapa “{map}” concuerda en parte con esto</translation>
    </message>
    <message>
        <source>Viral rather than bacterial</source>
        <translation>Vírica en vez de bacteriana</translation>
    </message>
    <message>
        <source>What speaks against an opacity, and so for normal.</source>
        <translation>Lo que habla en contra de una opacidad y, por tanto, a favor de normal.</translation>
    </message>
    <message>
        <source>What speaks for COVID-19 rather than another pneumonia, if there is an opacity, in an adult: one step, not the whole probability.</source>
        <translation>Lo que habla a favor de COVID-19 en vez de otra neumonía, si hay una opacidad, en un adulto: un paso, no toda la probabilidad.</translation>
    </message>
    <message>
        <source>What speaks for a virus rather than bacteria, if there is an opacity, in a child: one step, not the whole probability.</source>
        <translation>Lo que habla a favor de un virus en vez de bacterias, si hay una opacidad, en un niño: un paso, no toda la probabilidad.</translation>
    </message>
    <message>
        <source>What speaks for an opacity: the first step towards COVID-19 and viral pneumonia, not the whole of their probability.</source>
        <translation>Lo que habla a favor de una opacidad: el primer paso hacia COVID-19 y neumonía vírica, no toda su probabilidad.</translation>
    </message>
    <message>
        <source>▲ The map “{map}” disagrees with this: treat it with suspicion</source>
        <translation>▲ El mapa “{map}” discrepa de esto: desconfíe de él</translation>
    </message>
    <message>
        <source>Against an opacity</source>
        <translation>En contra de una opacidad</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>FLIPPED left to right</source>
        <translation>VOLTEADA de izquierda a derecha</translation>
    </message>
    <message>
        <source>FLIPPED top to bottom</source>
        <translation>VOLTEADA de arriba abajo</translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° anticlockwise</source>
        <translation>VOLTEADA, girada 90° en sentido antihorario</translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° clockwise</source>
        <translation>VOLTEADA, girada 90° en sentido horario</translation>
    </message>
    <message>
        <source>Turned 180°</source>
        <translation>Girada 180°</translation>
    </message>
    <message>
        <source>Turned 90° anticlockwise</source>
        <translation>Girada 90° en sentido antihorario</translation>
    </message>
    <message>
        <source>Turned 90° clockwise</source>
        <translation>Girada 90° en sentido horario</translation>
    </message>
</context>
<context>
    <name>mouse_bindings</name>
    <message>
        <source>To pan, hold {key} and drag with the left button.</source>
        <translation>Para mover, mantenga {key} y arrastre con el botón izquierdo.</translation>
    </message>
    <message>
        <source>To zoom, turn the wheel with Ctrl.</source>
        <translation>Para el zoom, gire la rueda con Ctrl.</translation>
    </message>
    <message>
        <source>{gesture}: {does}.</source>
        <translation>{gesture}: {does}.</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>classified</source>
        <translation>clasificada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>sin analizar</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>leyendo …</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazada</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>3 samples a pixel as {photometric}</source>
        <translation>3 muestras por píxel como {photometric}</translation>
    </message>
    <message>
        <source>DICOM without the attributes of an object</source>
        <translation>DICOM sin los atributos de un objeto</translation>
    </message>
    <message>
        <source>High Bit does not follow from Bits Stored</source>
        <translation>High Bit no se deduce de Bits Stored</translation>
    </message>
    <message>
        <source>Number of Frames is not a number</source>
        <translation>Number of Frames no es un número</translation>
    </message>
    <message>
        <source>Pixel Data is missing</source>
        <translation>falta Pixel Data</translation>
    </message>
    <message>
        <source>Pixel Representation is neither 0 nor 1</source>
        <translation>Pixel Representation no es ni 0 ni 1</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is beyond all measure</source>
        <translation>Rescale Slope o Intercept está fuera de toda medida</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is not a number</source>
        <translation>Rescale Slope o Intercept no es un número</translation>
    </message>
    <message>
        <source>YBR_FULL_422 with an odd number of columns</source>
        <translation>YBR_FULL_422 con un número impar de columnas</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>un archivo 7-Zip</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>una imagen BMP</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>una imagen GIF</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>una imagen JPEG 2000</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>una imagen JPEG XL</translation>
    </message>
    <message>
        <source>a JPEG of this depth in several passes</source>
        <translation>un JPEG de esta profundidad en varias pasadas</translation>
    </message>
    <message>
        <source>a JPEG of {samples} times {bits} bits</source>
        <translation>un JPEG de {samples} por {bits} bits</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un documento PDF</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>un documento PostScript</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>un archivo RAR</translation>
    </message>
    <message>
        <source>a RIFF file</source>
        <translation>un archivo RIFF</translation>
    </message>
    <message>
        <source>a TIFF picture of the large kind, BigTIFF</source>
        <translation>una imagen TIFF de las grandes, BigTIFF</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>un programa de Windows</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>un archivo ZIP</translation>
    </message>
    <message>
        <source>a checksum does not match</source>
        <translation>una suma de comprobación no coincide</translation>
    </message>
    <message>
        <source>a description of its pixels has {length} bytes</source>
        <translation>una descripción de sus píxeles tiene {length} bytes</translation>
    </message>
    <message>
        <source>a file compressed by bzip2</source>
        <translation>un archivo comprimido con bzip2</translation>
    </message>
    <message>
        <source>a file compressed by gzip</source>
        <translation>un archivo comprimido con gzip</translation>
    </message>
    <message>
        <source>a file compressed by xz</source>
        <translation>un archivo comprimido con xz</translation>
    </message>
    <message>
        <source>a file compressed by zstd</source>
        <translation>un archivo comprimido con zstd</translation>
    </message>
    <message>
        <source>a file lies in too many folders</source>
        <translation>un archivo está en demasiadas carpetas</translation>
    </message>
    <message>
        <source>a frame is compressed to {total} bytes, more than it has uncompressed</source>
        <translation>un fotograma comprimido ocupa {total} bytes, más que sin comprimir</translation>
    </message>
    <message>
        <source>a mask</source>
        <translation>una máscara</translation>
    </message>
    <message>
        <source>a member reaches beyond its end</source>
        <translation>un miembro llega más allá de su final</translation>
    </message>
    <message>
        <source>a part of its JPEG 2000 stream has a resolution of its own</source>
        <translation>una parte de su flujo JPEG 2000 tiene resolución propia</translation>
    </message>
    <message>
        <source>a pass over the picture is missing</source>
        <translation>falta una pasada sobre la imagen</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programa</translation>
    </message>
    <message>
        <source>a record reaches beyond the others</source>
        <translation>un registro llega más allá de los demás</translation>
    </message>
    <message>
        <source>a sequence is not made of items</source>
        <translation>una secuencia no está hecha de ítems</translation>
    </message>
    <message>
        <source>a strip or tile cannot be decompressed</source>
        <translation>una tira o tesela no se puede descomprimir</translation>
    </message>
    <message>
        <source>a strip or tile cannot be inflated</source>
        <translation>una tira o tesela no se puede inflar</translation>
    </message>
    <message>
        <source>a strip or tile ends too early</source>
        <translation>una tira o tesela termina demasiado pronto</translation>
    </message>
    <message>
        <source>a strip or tile holds more than its part of the picture</source>
        <translation>una tira o tesela contiene más que su parte de la imagen</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>un documento de texto</translation>
    </message>
    <message>
        <source>a text in markup</source>
        <translation>un texto con marcas</translation>
    </message>
    <message>
        <source>an RLE segment holds {found} bytes where {needed} are needed</source>
        <translation>un segmento RLE contiene {found} bytes donde hacen falta {needed}</translation>
    </message>
    <message>
        <source>an RLE segment is damaged</source>
        <translation>un segmento RLE está dañado</translation>
    </message>
    <message>
        <source>an element claims {length} bytes, more than the file holds</source>
        <translation>un elemento declara {length} bytes, más de los que contiene el archivo</translation>
    </message>
    <message>
        <source>an element has no length</source>
        <translation>un elemento no tiene longitud</translation>
    </message>
    <message>
        <source>an element reaches beyond the one that holds it</source>
        <translation>un elemento llega más allá del que lo contiene</translation>
    </message>
    <message>
        <source>an item reaches beyond its sequence</source>
        <translation>un ítem llega más allá de su secuencia</translation>
    </message>
    <message>
        <source>bytes of directory</source>
        <translation>bytes de directorio</translation>
    </message>
    <message>
        <source>bytes of header</source>
        <translation>bytes de cabecera</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>bloques</translation>
    </message>
    <message>
        <source>colours of other than 8 bits</source>
        <translation>colores que no son de 8 bits</translation>
    </message>
    <message>
        <source>compressed as {method}</source>
        <translation>comprimido como {method}</translation>
    </message>
    <message>
        <source>compressed with a very large dictionary</source>
        <translation>comprimido con un diccionario muy grande</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>elementos</translation>
    </message>
    <message>
        <source>encrypted and compressed in a rare way</source>
        <translation>cifrado y comprimido de un modo poco común</translation>
    </message>
    <message>
        <source>entries in a directory</source>
        <translation>entradas en un directorio</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nombre de archivo demasiado largo</translation>
    </message>
    <message>
        <source>fragments of pixels</source>
        <translation>fragmentos de píxeles</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>fotogramas</translation>
    </message>
    <message>
        <source>host is down</source>
        <translation>el servidor no responde</translation>
    </message>
    <message>
        <source>images</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>error de entrada/salida</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it claims no pixels</source>
        <translation>no declara ningún píxel</translation>
    </message>
    <message>
        <source>it claims {columns} x {rows} pixels</source>
        <translation>declara {columns} x {rows} píxeles</translation>
    </message>
    <message>
        <source>it claims {frames} frames and holds {fragments} fragments</source>
        <translation>declara {frames} fotogramas y contiene {fragments} fragmentos</translation>
    </message>
    <message>
        <source>it does not begin with a header</source>
        <translation>no empieza con una cabecera</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>termina demasiado pronto</translation>
    </message>
    <message>
        <source>it ends within a sequence</source>
        <translation>termina dentro de una secuencia</translation>
    </message>
    <message>
        <source>it ends within an element</source>
        <translation>termina dentro de un elemento</translation>
    </message>
    <message>
        <source>it has a palette of {bits} bits</source>
        <translation>tiene una paleta de {bits} bits</translation>
    </message>
    <message>
        <source>it has colours of {bits} bits</source>
        <translation>tiene colores de {bits} bits</translation>
    </message>
    <message>
        <source>it has no output {names}</source>
        <translation>no tiene la salida {names}</translation>
    </message>
    <message>
        <source>it has no page</source>
        <translation>no tiene ninguna página</translation>
    </message>
    <message>
        <source>it has no records</source>
        <translation>no tiene registros</translation>
    </message>
    <message>
        <source>it has no such member any more</source>
        <translation>ya no tiene ese miembro</translation>
    </message>
    <message>
        <source>it has {bits} bits a value</source>
        <translation>tiene {bits} bits por valor</translation>
    </message>
    <message>
        <source>it has {count} channels</source>
        <translation>tiene {count} canales</translation>
    </message>
    <message>
        <source>it has {count} channels of {bits} bits</source>
        <translation>tiene {count} canales de {bits} bits</translation>
    </message>
    <message>
        <source>it has {found} RLE segments where {needed} are needed</source>
        <translation>tiene {found} segmentos RLE donde hacen falta {needed}</translation>
    </message>
    <message>
        <source>it has {found} strips or tiles, not {expected}</source>
        <translation>tiene {found} tiras o teselas, no {expected}</translation>
    </message>
    <message>
        <source>it holds more rows than it announces</source>
        <translation>contiene más filas de las que anuncia</translation>
    </message>
    <message>
        <source>it is a JPEG-LS outside a DICOM file</source>
        <translation>es un JPEG-LS fuera de un archivo DICOM</translation>
    </message>
    <message>
        <source>it is a PNG of a private kind</source>
        <translation>es un PNG de un tipo privado</translation>
    </message>
    <message>
        <source>it is a TIFF compressed as {method}</source>
        <translation>es un TIFF comprimido como {method}</translation>
    </message>
    <message>
        <source>it is compressed as High-Throughput JPEG 2000</source>
        <translation>está comprimida como High-Throughput JPEG 2000</translation>
    </message>
    <message>
        <source>it is damaged, or no model at all</source>
        <translation>está dañado, o no es un modelo</translation>
    </message>
    <message>
        <source>it is encrypted in a rare way</source>
        <translation>está cifrado de un modo poco común</translation>
    </message>
    <message>
        <source>it is in printing colours (CMYK)</source>
        <translation>está en colores de imprenta (CMYK)</translation>
    </message>
    <message>
        <source>it is made for another input than the classifier</source>
        <translation>está hecho para otra entrada que la del clasificador</translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <translation>es una parte de varias</translation>
    </message>
    <message>
        <source>it points to a place behind its end</source>
        <translation>apunta a un lugar más allá de su final</translation>
    </message>
    <message>
        <source>its JPEG 2000 picture has a palette</source>
        <translation>su imagen JPEG 2000 tiene una paleta</translation>
    </message>
    <message>
        <source>its JPEG 2000 wrapper holds no picture</source>
        <translation>su envoltorio JPEG 2000 no contiene imagen</translation>
    </message>
    <message>
        <source>its JPEG stream has two frame headers</source>
        <translation>su flujo JPEG tiene dos cabeceras de fotograma</translation>
    </message>
    <message>
        <source>its JPEG stream is hierarchical or states its height at the end</source>
        <translation>su flujo JPEG es jerárquico o declara su altura al final</translation>
    </message>
    <message>
        <source>its JPEG stream states its height at the end</source>
        <translation>su flujo JPEG declara su altura al final</translation>
    </message>
    <message>
        <source>its JPEG stream uses arithmetic coding</source>
        <translation>su flujo JPEG usa codificación aritmética</translation>
    </message>
    <message>
        <source>its JPEG stream uses hierarchical coding</source>
        <translation>su flujo JPEG usa codificación jerárquica</translation>
    </message>
    <message>
        <source>its RLE segments do not follow each other</source>
        <translation>sus segmentos RLE no se siguen unos a otros</translation>
    </message>
    <message>
        <source>its bits are in reverse order</source>
        <translation>sus bits están en orden inverso</translation>
    </message>
    <message>
        <source>its classes are not {names}</source>
        <translation>sus clases no son {names}</translation>
    </message>
    <message>
        <source>its colours are {kind}</source>
        <translation>sus colores son {kind}</translation>
    </message>
    <message>
        <source>its compressed pixels are missing</source>
        <translation>faltan sus píxeles comprimidos</translation>
    </message>
    <message>
        <source>its compressed pixels are not made of fragments</source>
        <translation>sus píxeles comprimidos no están hechos de fragmentos</translation>
    </message>
    <message>
        <source>its compressed pixels end too early</source>
        <translation>sus píxeles comprimidos terminan demasiado pronto</translation>
    </message>
    <message>
        <source>its compressed stream and its header disagree on the sign of values</source>
        <translation>su flujo comprimido y su cabecera discrepan en el signo de los valores</translation>
    </message>
    <message>
        <source>its compressed stream ends too early</source>
        <translation>su flujo comprimido termina demasiado pronto</translation>
    </message>
    <message>
        <source>its compressed stream goes on behind the picture</source>
        <translation>su flujo comprimido sigue tras la imagen</translation>
    </message>
    <message>
        <source>its compressed stream has no beginning</source>
        <translation>su flujo comprimido no tiene comienzo</translation>
    </message>
    <message>
        <source>its compressed stream has no header</source>
        <translation>su flujo comprimido no tiene cabecera</translation>
    </message>
    <message>
        <source>its compressed stream has no picture</source>
        <translation>su flujo comprimido no tiene imagen</translation>
    </message>
    <message>
        <source>its compressed stream has values of more than {bits} bits</source>
        <translation>su flujo comprimido tiene valores de más de {bits} bits</translation>
    </message>
    <message>
        <source>its compressed stream holds {found} values where {expected} were announced</source>
        <translation>su flujo comprimido contiene {found} valores donde se anunciaron {expected}</translation>
    </message>
    <message>
        <source>its compressed stream is not all there</source>
        <translation>su flujo comprimido no está completo</translation>
    </message>
    <message>
        <source>its compressed stream is out of step</source>
        <translation>su flujo comprimido está desajustado</translation>
    </message>
    <message>
        <source>its compressed stream: {reason}</source>
        <translation>su flujo comprimido: {reason}</translation>
    </message>
    <message>
        <source>its deflated data set cannot be inflated</source>
        <translation>su conjunto de datos comprimido no se puede inflar</translation>
    </message>
    <message>
        <source>its deflated data set ends too early</source>
        <translation>su conjunto de datos comprimido termina demasiado pronto</translation>
    </message>
    <message>
        <source>its directory contradicts itself</source>
        <translation>su directorio se contradice</translation>
    </message>
    <message>
        <source>its directory does not lie in it</source>
        <translation>su directorio no está en él</translation>
    </message>
    <message>
        <source>its directory ends too early</source>
        <translation>su directorio termina demasiado pronto</translation>
    </message>
    <message>
        <source>its end is damaged</source>
        <translation>su final está dañado</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>falta su final</translation>
    </message>
    <message>
        <source>its fragments make {found} frames, not {frames}</source>
        <translation>sus fragmentos forman {found} fotogramas, no {frames}</translation>
    </message>
    <message>
        <source>its header has a wrong length</source>
        <translation>su cabecera tiene una longitud errónea</translation>
    </message>
    <message>
        <source>its header makes no sense</source>
        <translation>su cabecera no tiene sentido</translation>
    </message>
    <message>
        <source>its heads are not {names}</source>
        <translation>sus cabezas no son {names}</translation>
    </message>
    <message>
        <source>its input is {found} instead of {wanted}</source>
        <translation>su entrada es {found} en vez de {wanted}</translation>
    </message>
    <message>
        <source>its kind is not stated</source>
        <translation>su tipo no está indicado</translation>
    </message>
    <message>
        <source>its members overlap</source>
        <translation>sus miembros se solapan</translation>
    </message>
    <message>
        <source>its metadata has no limit {names}</source>
        <translation>sus metadatos no tienen el límite {names}</translation>
    </message>
    <message>
        <source>its pages refer to each other in a circle</source>
        <translation>sus páginas remiten unas a otras en círculo</translation>
    </message>
    <message>
        <source>its palette cannot be used</source>
        <translation>su paleta no se puede usar</translation>
    </message>
    <message>
        <source>its palette has not the size that it needs</source>
        <translation>su paleta no tiene el tamaño que necesita</translation>
    </message>
    <message>
        <source>its palette is segmented</source>
        <translation>su paleta está segmentada</translation>
    </message>
    <message>
        <source>its pixels are in fragments, its transfer syntax is uncompressed</source>
        <translation>sus píxeles están en fragmentos, pero su sintaxis de transferencia es sin comprimir</translation>
    </message>
    <message>
        <source>its pixels end too early</source>
        <translation>sus píxeles terminan demasiado pronto</translation>
    </message>
    <message>
        <source>its records are not made of items</source>
        <translation>sus registros no están hechos de ítems</translation>
    </message>
    <message>
        <source>its rows cannot be inflated</source>
        <translation>sus filas no se pueden inflar</translation>
    </message>
    <message>
        <source>its strips or tiles have no size</source>
        <translation>sus tiras o teselas no tienen tamaño</translation>
    </message>
    <message>
        <source>its strips or tiles hold more than the file</source>
        <translation>sus tiras o teselas contienen más que el archivo</translation>
    </message>
    <message>
        <source>its table of frames points to where no frame begins</source>
        <translation>su tabla de fotogramas apunta a donde no empieza ninguno</translation>
    </message>
    <message>
        <source>its values are floating-point numbers</source>
        <translation>sus valores son números de coma flotante</translation>
    </message>
    <message>
        <source>its values are floating-point or complex numbers</source>
        <translation>sus valores son números de coma flotante o complejos</translation>
    </message>
    <message>
        <source>its values are predicted in a rare way</source>
        <translation>sus valores se predicen de un modo poco común</translation>
    </message>
    <message>
        <source>its values need more than 16 bits</source>
        <translation>sus valores necesitan más de 16 bits</translation>
    </message>
    <message>
        <source>levels of nesting</source>
        <translation>niveles de anidamiento</translation>
    </message>
    <message>
        <source>members</source>
        <translation>miembros</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>no queda espacio en el dispositivo</translation>
    </message>
    <message>
        <source>no such device or address</source>
        <translation>no existe ese dispositivo o dirección</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>no existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>of a rare kind</source>
        <translation>de un tipo poco común</translation>
    </message>
    <message>
        <source>one sample a pixel as {photometric}</source>
        <translation>una muestra por píxel como {photometric}</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>páginas</translation>
    </message>
    <message>
        <source>passes in its JPEG stream</source>
        <translation>pasadas en su flujo JPEG</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>printing colours</source>
        <translation>colores de imprenta</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>sistema de archivos de solo lectura</translation>
    </message>
    <message>
        <source>segments in its JPEG 2000 stream</source>
        <translation>segmentos en su flujo JPEG 2000</translation>
    </message>
    <message>
        <source>segments in its JPEG stream</source>
        <translation>segmentos en su flujo JPEG</translation>
    </message>
    <message>
        <source>the colours of its JPEG 2000 stream differ in depth</source>
        <translation>los colores de su flujo JPEG 2000 difieren en profundidad</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el archivo está vacío</translation>
    </message>
    <message>
        <source>the functional groups of its frames cannot be read</source>
        <translation>los grupos funcionales de sus fotogramas no se pueden leer</translation>
    </message>
    <message>
        <source>the header of its compressed stream is out of step</source>
        <translation>la cabecera de su flujo comprimido está desajustada</translation>
    </message>
    <message>
        <source>the header of its compressed stream is too short</source>
        <translation>la cabecera de su flujo comprimido es demasiado corta</translation>
    </message>
    <message>
        <source>the header of its compressed stream makes no sense</source>
        <translation>la cabecera de su flujo comprimido no tiene sentido</translation>
    </message>
    <message>
        <source>the member cannot be decompressed</source>
        <translation>el miembro no se puede descomprimir</translation>
    </message>
    <message>
        <source>the member cannot be decrypted</source>
        <translation>el miembro no se puede descifrar</translation>
    </message>
    <message>
        <source>the member does not begin where the directory says</source>
        <translation>el miembro no empieza donde dice el directorio</translation>
    </message>
    <message>
        <source>the member is not what the directory says</source>
        <translation>el miembro no es lo que dice el directorio</translation>
    </message>
    <message>
        <source>the process that reads files does not start</source>
        <translation>el proceso que lee archivos no arranca</translation>
    </message>
    <message>
        <source>tiles in its JPEG 2000 stream</source>
        <translation>teselas en su flujo JPEG 2000</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>unknown content</source>
        <translation>contenido desconocido</translation>
    </message>
    <message>
        <source>values in a field</source>
        <translation>valores en un campo</translation>
    </message>
    <message>
        <source>{bits} bits a pixel in {allocated}</source>
        <translation>{bits} bits por píxel en {allocated}</translation>
    </message>
    <message>
        <source>{found} bytes of pixels where {expected} were announced</source>
        <translation>{found} bytes de píxeles donde se anunciaron {expected}</translation>
    </message>
    <message>
        <source>{found} pixels where {expected} were announced</source>
        <translation>{found} píxeles donde se anunciaron {expected}</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} no se puede leer</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} no es un número</translation>
    </message>
    <message>
        <source>{samples} samples a pixel</source>
        <translation>{samples} muestras por píxel</translation>
    </message>
    <message>
        <source>{stored} of {allocated} bits a pixel, the highest being {high}</source>
        <translation>{stored} de {allocated} bits por píxel, siendo {high} el más alto</translation>
    </message>
    <message>
        <source>its manifest cannot be read: {reason}</source>
        <translation>no se puede leer su manifiesto: {reason}</translation>
    </message>
    <message>
        <source>the manifest beside it does not name it</source>
        <translation>el manifiesto que lo acompaña no lo menciona</translation>
    </message>
    <message>
        <source>what is expected of it cannot be read</source>
        <translation>no se puede leer lo que se espera de él</translation>
    </message>
    <message>
        <source>what is expected of it is not what came with this program</source>
        <translation>lo que se espera de él no es lo que vino con este programa</translation>
    </message>
</context>
<context>
    <name>reserved_keys</name>
    <message>
        <source>This key has no name by which it could be kept.</source>
        <translation>Esta tecla no tiene nombre con el que guardarla.</translation>
    </message>
    <message>
        <source>{key} is a digit on some keyboards, and the digits stay.</source>
        <translation>{key} es una cifra en algunos teclados, y las cifras no cambian.</translation>
    </message>
    <message>
        <source>{key} is for texts: to select, copy, paste and undo.</source>
        <translation>{key} es para los textos: seleccionar, copiar, pegar y deshacer.</translation>
    </message>
    <message>
        <source>{key} is taken by the film itself.</source>
        <translation>{key} la usa la propia radiografía.</translation>
    </message>
    <message>
        <source>{key} moves the keyboard through the window and its lists.</source>
        <translation>{key} mueve el teclado por la ventana y sus listas.</translation>
    </message>
    <message>
        <source>{key} opens the menu that a right click opens.</source>
        <translation>{key} abre el menú del clic derecho.</translation>
    </message>
    <message>
        <source>{key} opens the menu “{menu}”.</source>
        <translation>{key} abre el menú “{menu}”.</translation>
    </message>
    <message>
        <source>{key} presses the button that has the keyboard.</source>
        <translation>{key} pulsa el botón que tiene el teclado.</translation>
    </message>
    <message>
        <source>{key} belongs to the system.</source>
        <translation>{key} la usa el sistema.</translation>
    </message>
    <message>
        <source>{key} writes a sign on some keyboards, or belongs to the system.</source>
        <translation>{key} escribe un signo en algunos teclados, o la usa el sistema.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Below the result panel</source>
        <translation>Debajo del panel de resultados</translation>
    </message>
    <message>
        <source>Dark, for a dark room</source>
        <translation>Oscuro, para una sala oscura</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>A partir del próximo inicio</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histograma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Name, ID, birth date and sex; list and title name the patient all the same</source>
        <translation>Nombre, ID, fecha de nacimiento y sexo; la lista y el título nombran al paciente de todos modos</translation>
    </message>
    <message>
        <source>Numbers and maps stay folded until you have recorded an impression</source>
        <translation>Los números y los mapas quedan plegados hasta que registre una impresión</translation>
    </message>
    <message>
        <source>Otherwise as the system asks</source>
        <translation>Si no, como lo pida el sistema</translation>
    </message>
    <message>
        <source>Patient data on the film</source>
        <translation>Datos del paciente sobre la radiografía</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>Evaluar primero</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The film stays on black in each</source>
        <translation>La radiografía queda sobre negro en todos</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Como en el sistema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>Classified.</source>
        <translation>Clasificada.</translation>
    </message>
    <message>
        <source>Classified. Say first what you see: then the result unfolds.</source>
        <translation>Clasificada. Diga primero lo que ve: después aparece el resultado.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Fallida.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Radiografía</translation>
    </message>
    <message>
        <source>Film: {what}</source>
        <translation>Radiografía: {what}</translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation>Mapa: {name}</translation>
    </message>
    <message>
        <source>Not run.</source>
        <translation>Sin analizar.</translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation>Leyendo.</translation>
    </message>
    <message>
        <source>Refused: not a film for this model.</source>
        <translation>Rechazada: no es una radiografía para este modelo.</translation>
    </message>
    <message>
        <source>above</source>
        <translation>más de</translation>
    </message>
    <message>
        <source>below</source>
        <translation>menos de</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertida</translation>
    </message>
    <message>
        <source>{number}, range {low} to {high}</source>
        <translation>{number}, intervalo de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>An opacity, but none of the three fits this film.</source>
        <translation>Una opacidad, pero ninguna de las tres encaja con esta radiografía.</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>Could be {most} or {last}: the model cannot tell them apart on this film.</source>
        <translation>Podría ser {most} o {last}: el modelo no puede distinguirlas en esta radiografía.</translation>
    </message>
    <message>
        <source>Could be {one} or {other}: the model cannot tell them apart on this film.</source>
        <translation>Podría ser {one} o {other}: el modelo no puede distinguirlas en esta radiografía.</translation>
    </message>
    <message>
        <source>No film looks like one with a grey box: a hint of what the model uses, no proof.</source>
        <translation>Ninguna radiografía se parece a una con un recuadro gris: un indicio de lo que usa el modelo, no una prueba.</translation>
    </message>
    <message>
        <source>None of the three fits this film.</source>
        <translation>Ninguna de las tres encaja con esta radiografía.</translation>
    </message>
    <message>
        <source>Of the three, only {name} is not ruled out.</source>
        <translation>De las tres, lo único que no se puede descartar: {name}.</translation>
    </message>
    <message>
        <source>Small changes of the whole film do as much.</source>
        <translation>Pequeños cambios de toda la radiografía logran lo mismo.</translation>
    </message>
    <message>
        <source>Such a statement holds the true class in 9 of 10 films like those the model was calibrated on; on other films perhaps in fewer.</source>
        <translation>Una afirmación así contiene la clase verdadera en 9 de 10 radiografías como las usadas para calibrar el modelo; en otras, quizá en menos.</translation>
    </message>
    <message>
        <source>The model cannot tell: on this film it rules nothing out.</source>
        <translation>El modelo no sabe decirlo: en esta radiografía no descarta nada.</translation>
    </message>
    <message>
        <source>The model was not shown this part: hiding it changes nothing.</source>
        <translation>Al modelo no se le mostró esta parte: ocultarla no cambia nada.</translation>
    </message>
    <message>
        <source>The model was shown {share} of the box: it sees the lungs alone.</source>
        <translation>Al modelo se le mostró {share} del recuadro: solo ve los pulmones.</translation>
    </message>
    <message>
        <source>With the box hidden, no number changes by as much as one percent point.</source>
        <translation>Con el recuadro oculto, ningún número cambia ni un punto porcentual.</translation>
    </message>
    <message>
        <source>With the box hidden, {changes} (percent points).</source>
        <translation>Con el recuadro oculto, {changes} (puntos porcentuales).</translation>
    </message>
    <message>
        <source>an opacity of another kind</source>
        <translation>una opacidad de otro tipo</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>not assessed in adults</source>
        <translation>no se evalúa en adultos</translation>
    </message>
    <message>
        <source>not assessed in children</source>
        <translation>no se evalúa en niños</translation>
    </message>
    <message>
        <source>viral pneumonia</source>
        <translation>neumonía vírica</translation>
    </message>
    <message>
        <source>{name} falls by {points}</source>
        <translation>{name} baja {points}</translation>
    </message>
    <message>
        <source>{name} rises by {points}</source>
        <translation>{name} sube {points}</translation>
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
        <translation>rango completo</translation>
    </message>
</context>
</TS>
