<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>, build {commit} of {date}</source>
        <translation>, compilação {commit} de {date}</translation>
    </message>
    <message>
        <source>, run from its source</source>
        <translation>, executado a partir do código-fonte</translation>
    </message>
    <message>
        <source>About Negatoscope</source>
        <translation>Sobre o Negatoscope</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Its package came without a text; its name says what applies.</source>
        <translation>O pacote veio sem o texto; o nome da licença diz o que se aplica.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <source>Model {name} {version}, SHA-256 {sha256}</source>
        <translation>Modelo {name} {version}, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Componentes do programa</translation>
    </message>
    <message>
        <source>Research use, not a medical device. Not for diagnosis or treatment.</source>
        <translation>Uso em pesquisa; não é um dispositivo médico. Não serve para diagnóstico nem tratamento.</translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation>O modelo ainda não foi carregado.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versão {version}</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>De que é feito, e sob quais licenças</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Tools</source>
        <translation>Ferramentas</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Open a folder of films</source>
        <translation>Abrir uma pasta de radiografias</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir arquivos…</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>Abrir radiografias</translation>
    </message>
    <message>
        <source>The journal cannot be used ({reason}). The program works without it: results and impressions are not remembered from here on. File &gt; Empty the journal begins a new one.</source>
        <translation>O registro não pode ser usado ({reason}). O programa funciona sem ele: a partir daqui, resultados e impressões não são guardados. Arquivo &gt; Esvaziar o registro começa um novo.</translation>
    </message>
    <message>
        <source>No new files</source>
        <translation>Nenhum arquivo novo</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Abrir a radiografia de exemplo</translation>
    </message>
    <message numerus="yes">
        <source>%n new files</source>
        <translation>
            <numerusform>%n arquivo novo</numerusform>
            <numerusform>%n arquivos novos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source># Model card

No card came with this model.</source>
        <translation># Ficha do modelo

Nenhuma ficha acompanhou este modelo.</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>Sobre o modelo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Conteúdo</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Procurar neste texto</translation>
    </message>
    <message>
        <source>Link to {address}. This program opens no connection: open it yourself.</source>
        <translation>Link para {address}. Este programa não abre nenhuma conexão: abra você mesmo.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
    </message>
    <message>
        <source>The card itself is in English.</source>
        <translation>A ficha em si está em inglês.</translation>
    </message>
    <message>
        <source>The model has not been loaded yet.</source>
        <translation>O modelo ainda não foi carregado.</translation>
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
        <translation>Ficha do modelo</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Failed</source>
        <translation>Reprovado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprovado</translation>
    </message>
    <message>
        <source>Fold the checks away</source>
        <translation>Recolher as verificações</translation>
    </message>
    <message>
        <source>Show each check</source>
        <translation>Mostrar cada verificação</translation>
    </message>
    <message>
        <source>{sign}  all {number} checks passed</source>
        <translation>{sign}  todas as {number} passaram</translation>
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
        <translation>Comparar com outra radiografia</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Radiografias</translation>
    </message>
    <message>
        <source>Name, ID, date or file</source>
        <translation>Nome, ID, data ou arquivo</translation>
    </message>
    <message>
        <source>No film like that</source>
        <translation>Nenhuma radiografia assim</translation>
    </message>
    <message>
        <source>No other film is open</source>
        <translation>Nenhuma outra radiografia está aberta</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>{count} more: search for them</source>
        <translation>Mais {count}: use a procura</translation>
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
        <translation>Compressão com perdas</translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation>Mapa: {name}</translation>
    </message>
    <message>
        <source>No orientation in the file</source>
        <translation>Sem orientação no arquivo</translation>
    </message>
    <message>
        <source>No valid orientation in the file</source>
        <translation>Sem orientação válida no arquivo</translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation>Uso em pesquisa; não é um dispositivo médico</translation>
    </message>
    <message>
        <source>Shuttered</source>
        <translation>Com máscara</translation>
    </message>
    <message>
        <source>Zoom {percent:.0f} %</source>
        <translation>Zoom {percent:.0f} %</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>Outro paciente</translation>
    </message>
</context>
<context>
    <name>DeleteReports</name>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Delete all crash reports ({number})?</source>
        <translation>Excluir todos os relatórios de falhas ({number})?</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>There are no crash reports.</source>
        <translation>Não há relatórios de falhas.</translation>
    </message>
</context>
<context>
    <name>EmptyJournal</name>
    <message>
        <source>Empty</source>
        <translation>Esvaziar</translation>
    </message>
    <message>
        <source>Empty the journal? The results and impressions of all films so far are forgotten. It knows the films by the SHA-256 of their files and holds no name and no picture.</source>
        <translation>Esvaziar o registro? Os resultados e as impressões de todas as radiografias até agora são esquecidos. Ele conhece as radiografias pelo SHA-256 de seus arquivos e não guarda nenhum nome nem imagem.</translation>
    </message>
    <message>
        <source>Results: {results}. Impressions: {impressions}.</source>
        <translation>Resultados: {results}. Impressões: {impressions}.</translation>
    </message>
</context>
<context>
    <name>FilmEdges</name>
    <message>
        <source>Left edge {left}, top {top}, right {right}, bottom {bottom}</source>
        <translation>Borda esquerda {left}, superior {top}, direita {right}, inferior {bottom}</translation>
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
        <translation>Radiografias</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>An opacity that is neither COVID-19 nor viral pneumonia.</source>
        <translation>Uma opacidade que não é COVID-19 nem pneumonia viral.</translation>
    </message>
    <message>
        <source>From {low} to {high} when the film is changed a little: shifted, turned, scaled, lighter, darker, blurred, compressed. No confidence interval.</source>
        <translation>De {low} a {high} quando a radiografia é um pouco alterada: deslocada, girada, redimensionada, mais clara, mais escura, desfocada, comprimida. Não é um intervalo de confiança.</translation>
    </message>
    <message>
        <source>With the box hidden {number}.</source>
        <translation>Com a caixa oculta {number}.</translation>
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
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Forget all settings? What stands in this dialog, the keys you chose, and the places of window and columns go back to what they were at the first start. The journal stays.</source>
        <translation>Esquecer todas as configurações? O que está neste diálogo, as teclas que você escolheu e as posições da janela e das colunas voltam a ser como no primeiro início. O registro permanece.</translation>
    </message>
</context>
<context>
    <name>GestureButton</name>
    <message>
        <source>{choice} (usual)</source>
        <translation>{choice} (padrão)</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Drag an edge of the window, or all of it. Arrow keys: level and width</source>
        <translation>Arraste uma borda da janela, ou a janela toda. Setas: nível e largura</translation>
    </message>
    <message>
        <source>Histogram and window</source>
        <translation>Histograma e janela</translation>
    </message>
    <message>
        <source>{window}; values of the film from {low} to {high}</source>
        <translation>{window}; valores da radiografia de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Film</source>
        <translation>Radiografia</translation>
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
        <translation>Diga primeiro o que vê: depois o resultado aparece.</translation>
    </message>
    <message>
        <source>{recorded}, result of {time}</source>
        <translation>{recorded}, resultado: {time}</translation>
    </message>
    <message>
        <source>, after seeing the model</source>
        <translation>, depois de ver o modelo</translation>
    </message>
    <message>
        <source>, before seeing the model</source>
        <translation>, antes de ver o modelo</translation>
    </message>
    <message>
        <source>Amended {time}: {answer}</source>
        <translation>Alterada ({time}): {answer}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alterar</translation>
    </message>
    <message>
        <source>The first impression is kept beside the new one</source>
        <translation>A primeira impressão é mantida ao lado da nova</translation>
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
        <translation>Verificar novamente</translation>
    </message>
    <message>
        <source>Checking this installation…</source>
        <translation>Verificando esta instalação…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Installation check</source>
        <translation>Verificação da instalação</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Arquivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Salvar como PDF…</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Salvar como texto…</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Salvar o certificado</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Arquivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>The certificate cannot be written: {reason}.</source>
        <translation>Não é possível gravar o certificado: {reason}.</translation>
    </message>
    <message>
        <source>✓  Passed: this installation computes what the release computed.</source>
        <translation>✓  Aprovada: esta instalação calcula o mesmo que a versão publicada.</translation>
    </message>
    <message>
        <source>✕  Not passed. Do not use this installation: install the program again.</source>
        <translation>✕  Reprovada. Não use esta instalação: instale o programa novamente.</translation>
    </message>
    <message>
        <source>✕  The check could not be made. Install the program again.</source>
        <translation>✕  Não foi possível fazer a verificação. Instale o programa novamente.</translation>
    </message>
    <message>
        <source>✕  The check could not be made.</source>
        <translation>✕  Não foi possível fazer a verificação.</translation>
    </message>
</context>
<context>
    <name>KeptView</name>
    <message>
        <source>Crash reports</source>
        <translation>Relatórios de falhas</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Esvaziar…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Esquecer…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <source>Reports: {number}</source>
        <translation>Relatórios: {number}</translation>
    </message>
    <message>
        <source>Results: {results}, impressions: {impressions}</source>
        <translation>Resultados: {results}, impressões: {impressions}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>New key</source>
        <translation>Nova tecla</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas e mouse</translation>
    </message>
    <message>
        <source>Mouse and held keys on the film</source>
        <translation>Mouse e teclas pressionadas sobre a radiografia</translation>
    </message>
    <message>
        <source>Press the new key for “{command}”.</source>
        <translation>Pressione a nova tecla para “{command}”.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Procurar nas teclas</translation>
    </message>
    <message>
        <source>Take back every change</source>
        <translation>Desfazer todas as alterações</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Teclas padrão</translation>
    </message>
    <message>
        <source>{key} is taken by “{command}”.</source>
        <translation>{key} é usada por “{command}”.</translation>
    </message>
    <message>
        <source>A key that is held cannot have Ctrl, Alt or Shift with it.</source>
        <translation>Uma tecla que se mantém pressionada não pode ter Ctrl, Alt ou Shift.</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Teclas e o que elas fazem</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Nenhuma tecla</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Tecla padrão</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sem tecla</translation>
    </message>
    <message>
        <source>Click a key to change it, right-click it for its usual key or none. Click what the mouse does (▾) to choose. The digits stay: a digit is the number of a window in the file.</source>
        <translation>Clique em uma tecla para alterá-la, ou com o botão direito para a padrão ou nenhuma. Clique no que o mouse faz (▾) para escolher. Os dígitos não mudam: um dígito é o número de uma janela do arquivo.</translation>
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
        <translation>Filtrar a lista de radiografias</translation>
    </message>
    <message>
        <source>No film matches</source>
        <translation>Nenhuma radiografia corresponde</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Show and sort</source>
        <translation>Mostrar e ordenar</translation>
    </message>
    <message>
        <source>Sort again ({count})</source>
        <translation>Ordenar novamente ({count})</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>Ordem: {order}</translation>
    </message>
    <message>
        <source>The film on view is hidden</source>
        <translation>A radiografia em exibição está oculta na lista</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>Mostradas: {shown} de {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n failed hidden</source>
        <translation>
            <numerusform>%n com falha, oculta</numerusform>
            <numerusform>%n com falha, ocultas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n films</source>
        <translation>
            <numerusform>%n radiografia</numerusform>
            <numerusform>%n radiografias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden until you say what you see</source>
        <translation>
            <numerusform>%n oculta até você dizer o que vê</numerusform>
            <numerusform>%n ocultas até você dizer o que vê</numerusform>
        </translation>
    </message>
    <message>
        <source>By name, ID, accession number, description, file name or outcome</source>
        <translation>Por nome, ID, número de acesso, descrição, nome do arquivo ou resultado</translation>
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
        <translation>Desenhar de</translation>
    </message>
    <message>
        <source>Evidence in logits; the same colours for the same evidence on every film</source>
        <translation>Evidência em logits; as mesmas cores para a mesma evidência em todas as radiografias</translation>
    </message>
    <message>
        <source>Fall of the probability, in percent points</source>
        <translation>Queda da probabilidade, em pontos percentuais</translation>
    </message>
    <message>
        <source>From {scale:.2g} logits on</source>
        <translation>A partir de {scale:.2g} logits</translation>
    </message>
    <message>
        <source>Hide and look</source>
        <translation>Ocultar e observar</translation>
    </message>
    <message>
        <source>Hiding one part after the other …</source>
        <translation>Ocultando uma parte após a outra …</translation>
    </message>
    <message>
        <source>How far the probability of {finding} falls when a part of the film is hidden: a second opinion on the map. At most it falls by {points:.1f} points.</source>
        <translation>Quanto cai a probabilidade de {finding} quando uma parte da radiografia é ocultada: uma segunda opinião sobre o mapa. No máximo, cai {points:.1f} pontos.</translation>
    </message>
    <message>
        <source>Lines at a quarter, a half and three quarters of full strength, the stronger the wider</source>
        <translation>Linhas a um quarto, metade e três quartos da intensidade plena; quanto mais forte, mais largas</translation>
    </message>
    <message>
        <source>No evidence above the threshold: the map is empty.</source>
        <translation>Nenhuma evidência acima do limiar: o mapa está vazio.</translation>
    </message>
    <message>
        <source>No fall above the threshold: the map is empty.</source>
        <translation>Nenhuma queda acima do limiar: o mapa está vazio.</translation>
    </message>
    <message>
        <source>Nothing on this film speaks for it: the map is empty.</source>
        <translation>Nada nesta radiografia fala a favor: o mapa está vazio.</translation>
    </message>
    <message>
        <source>Or more, in percent of probability</source>
        <translation>Ou mais, em pontos percentuais</translation>
    </message>
    <message>
        <source>Show map</source>
        <translation>Mostrar mapa</translation>
    </message>
    <message>
        <source>Stop hiding</source>
        <translation>Parar de ocultar</translation>
    </message>
    <message>
        <source>Strength of the map</source>
        <translation>Intensidade do mapa</translation>
    </message>
    <message>
        <source>Weakest evidence that is drawn</source>
        <translation>Evidência mais fraca desenhada</translation>
    </message>
    <message>
        <source>Which map</source>
        <translation>Qual mapa</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tudo</translation>
    </message>
    <message>
        <source>falls by {points:.0f} points</source>
        <translation>cai {points:.0f} pontos</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>sem mudança</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>sem evidência</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>evidência forte</translation>
    </message>
    <message>
        <source>{share} of this evidence lies outside the lungs.</source>
        <translation>{share} desta evidência está fora dos pulmões.</translation>
    </message>
    <message>
        <source>▲ {share} of this evidence lies outside the lungs: trust neither this map nor its number.</source>
        <translation>▲ {share} desta evidência está fora dos pulmões: não confie neste mapa nem em seu número.</translation>
    </message>
</context>
<context>
    <name>Paging</name>
    <message>
        <source>The wheel stays with the patient: {key} goes on.</source>
        <translation>A roda fica no paciente: {key} segue adiante.</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Choose a film…</source>
        <translation>Escolher uma radiografia…</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Atual</translation>
    </message>
    <message>
        <source>Film beside it</source>
        <translation>Radiografia ao lado</translation>
    </message>
    <message>
        <source>Film to compare with</source>
        <translation>Radiografia para comparar</translation>
    </message>
    <message>
        <source>No film to compare with</source>
        <translation>Nenhuma radiografia para comparar</translation>
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
        <translation>Arquivo criptografado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar senha</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>{archive} is encrypted.</source>
        <translation>{archive} está criptografado.</translation>
    </message>
    <message>
        <source>✕  That password does not open it.</source>
        <translation>✕  Essa senha não o abre.</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>DICOM, PNG, JPEG, TIFF, whole folders or ZIPs.
Nothing leaves this computer.</source>
        <translation>DICOM, PNG, JPEG, TIFF, pastas inteiras ou ZIPs.
Nada sai deste computador.</translation>
    </message>
    <message>
        <source>Drop chest radiographs here</source>
        <translation>Solte aqui radiografias de tórax</translation>
    </message>
    <message>
        <source>Looking for films …</source>
        <translation>Procurando radiografias …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lendo …</translation>
    </message>
    <message>
        <source>This film cannot be shown</source>
        <translation>Esta radiografia não pode ser mostrada</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferências</translation>
    </message>
    <message>
        <source>Restore defaults…</source>
        <translation>Restaurar os padrões…</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>O que é guardado neste computador</translation>
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
        <translation>Restaurar os padrões destas configurações?</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>About the model</source>
        <translation>Sobre o modelo</translation>
    </message>
    <message>
        <source>Applicability</source>
        <translation>Aplicabilidade</translation>
    </message>
    <message>
        <source>Classifying …</source>
        <translation>Classificando …</translation>
    </message>
    <message>
        <source>Hiding the box …</source>
        <translation>Ocultando a caixa …</translation>
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
        <translation>Ler novamente</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lendo …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Where it looked</source>
        <translation>Onde ele olhou</translation>
    </message>
    <message>
        <source>Your impression</source>
        <translation>Sua impressão</translation>
    </message>
    <message>
        <source>{shape}  Classified</source>
        <translation>{shape}  Classificada</translation>
    </message>
    <message>
        <source>{shape}  Failed</source>
        <translation>{shape}  Falhou</translation>
    </message>
    <message>
        <source>{shape}  Not run</source>
        <translation>{shape}  Não analisada</translation>
    </message>
    <message>
        <source>{shape}  Refused: not a film for this model</source>
        <translation>{shape}  Recusada: não é uma radiografia para este modelo</translation>
    </message>
    <message>
        <source>COVID-19 looks like other pneumonias: on films from elsewhere the model often took one for the other.</source>
        <translation>A COVID-19 se parece com outras pneumonias: em radiografias de outros lugares, o modelo muitas vezes tomou uma pela outra.</translation>
    </message>
    <message>
        <source>“None of these” is an opacity of another kind: which, the model cannot say. It cannot see tuberculosis, bacterial pneumonia, effusion, pneumothorax, nodules, fractures, lines and tubes, or anything else.</source>
        <translation>“Nenhuma destas” é uma opacidade de outro tipo: qual, o modelo não sabe dizer. Ele não vê tuberculose, pneumonia bacteriana, derrame, pneumotórax, nódulos, fraturas, cateteres e tubos, nem qualquer outra coisa.</translation>
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
        <translation>Procurando radiografias …</translation>
    </message>
    <message>
        <source>Looking for films: {found} found</source>
        <translation>Procurando radiografias; encontradas: {found}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Research use, not a medical device</source>
        <translation>Uso em pesquisa; não é um dispositivo médico</translation>
    </message>
    <message>
        <source>Run the rest</source>
        <translation>Analisar o restante</translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed</source>
        <translation>Classificadas: {classified} de {total}; recusadas: {refused}; com falha: {failed}</translation>
    </message>
    <message>
        <source>{classified} of {total} classified, {refused} refused, {failed} failed, {left} not run</source>
        <translation>Classificadas: {classified} de {total}; recusadas: {refused}; com falha: {failed}; não analisadas: {left}</translation>
    </message>
    <message>
        <source>A filter hides films. Show the list</source>
        <translation>Um filtro oculta radiografias. Mostrar a lista</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>◀ Of the current film, on the left: {film}. Nothing here is about the other one.</source>
        <translation>◀ Da radiografia atual, à esquerda: {film}. Nada aqui se refere à outra.</translation>
    </message>
</context>
<context>
    <name>Surprises</name>
    <message>
        <source>Something went wrong inside the program ({kind} at {place}). What was open is still there; if the picture looks wrong, open it again. A report without names and pictures was kept on this computer: Help, Crash reports.</source>
        <translation>Algo deu errado dentro do programa ({kind} em {place}). O que estava aberto continua lá; se a imagem parecer errada, abra-a novamente. Um relatório sem nomes nem imagens foi guardado neste computador: Ajuda, Relatórios de falhas.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Drop films here</source>
        <translation>Solte radiografias aqui</translation>
    </message>
    <message>
        <source>First whether, then how much</source>
        <translation>Primeiro se, depois quanto</translation>
    </message>
    <message>
        <source>Here stands first whether the model may be asked about this film at all. Then it asks for your own impression ({first} to {last}), and only then shows its numbers: who has seen a number reads towards it.</source>
        <translation>Aqui consta primeiro se o modelo pode mesmo ser consultado sobre esta radiografia. Depois ele pede a sua própria impressão ({first} a {last}) e só então mostra seus números: quem já viu um número lauda na direção dele.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>Open the sample film</source>
        <translation>Abrir a radiografia de exemplo</translation>
    </message>
    <message>
        <source>Single files, whole folders, ZIPs or the CD of another clinic. Or {key} to choose them. The sample film is drawn by a program and shows nobody.</source>
        <translation>Arquivos avulsos, pastas inteiras, ZIPs ou o CD de outra clínica. Ou {key} para escolhê-los. A radiografia de exemplo foi desenhada por um programa e não mostra ninguém.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Text size, colours and motion are in the preferences ({key}).</source>
        <translation>Tamanho do texto, cores e movimento estão nas preferências ({key}).</translation>
    </message>
    <message>
        <source>The film and the mouse</source>
        <translation>A radiografia e o mouse</translation>
    </message>
    <message>
        <source>When you need help</source>
        <translation>Quando precisar de ajuda</translation>
    </message>
    <message>
        <source>{keys} lists every key, and changes them. {card} opens the card of the model: what it was measured on, and where it fails. This tour is in the Help menu.</source>
        <translation>{keys} lista todas as teclas e permite alterá-las. {card} abre a ficha do modelo: em que ele foi medido e onde falha. Esta apresentação está no menu Ajuda.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>Left drag: window and level.</source>
        <translation>Arrastar (botão esquerdo): janela e nível.</translation>
    </message>
    <message>
        <source>The wheel never leaves the film; {previous} and {next} go to other films.</source>
        <translation>A roda nunca sai da radiografia; {previous} e {next} vão a outras radiografias.</translation>
    </message>
    <message>
        <source>{previous} and {next} go to other films.</source>
        <translation>{previous} e {next} vão a outras radiografias.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Angle tool</source>
        <translation>Ferramenta de ân&amp;gulo</translation>
    </message>
    <message>
        <source>&amp;Annotations: all, few, none</source>
        <translation>&amp;Anotações: todas, poucas, nenhuma</translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation>Ca&amp;ncelar análise</translation>
    </message>
    <message>
        <source>&amp;Crash reports</source>
        <translation>Relatórios de &amp;falhas</translation>
    </message>
    <message>
        <source>&amp;Distance tool</source>
        <translation>Ferramenta de &amp;distância</translation>
    </message>
    <message>
        <source>&amp;Fainter map</source>
        <translation>Mapa mais &amp;fraco</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>Aj&amp;ustar à janela</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>&amp;Hide and look</source>
        <translation>&amp;Ocultar e observar</translation>
    </message>
    <message>
        <source>&amp;Histogram</source>
        <translation>&amp;Histograma</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Inverter</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Teclas e mouse</translation>
    </message>
    <message>
        <source>&amp;List of films</source>
        <translation>&amp;Lista de radiografias</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Next film</source>
        <translation>&amp;Próxima radiografia</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Abrir arquivos…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>&amp;Colar arquivos</translation>
    </message>
    <message>
        <source>&amp;Previous film</source>
        <translation>Radiografia &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;Result panel</source>
        <translation>Painel de &amp;resultado</translation>
    </message>
    <message>
        <source>&amp;Rotate clockwise</source>
        <translation>Girar no sentido &amp;horário</translation>
    </message>
    <message>
        <source>&amp;Run the rest</source>
        <translation>Analisar o &amp;restante</translation>
    </message>
    <message>
        <source>&amp;Stronger map</source>
        <translation>Mapa mais for&amp;te</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Exibir</translation>
    </message>
    <message>
        <source>&amp;Window tool</source>
        <translation>Ferramenta de &amp;janela</translation>
    </message>
    <message>
        <source>&amp;Zoom tool</source>
        <translation>Ferramenta de &amp;zoom</translation>
    </message>
    <message>
        <source>1:1, pi&amp;xel for pixel</source>
        <translation>1:1, pi&amp;xel por pixel</translation>
    </message>
    <message>
        <source>About the &amp;model</source>
        <translation>Sobre o &amp;modelo</translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation>Janela automática</translation>
    </message>
    <message>
        <source>Close a&amp;ll films</source>
        <translation>&amp;Fechar todas as radiografias</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Clique duplo</translation>
    </message>
    <message>
        <source>Empty the &amp;journal…</source>
        <translation>Esvaziar o re&amp;gistro…</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>&amp;Radiografia</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Tela cheia</translation>
    </message>
    <message>
        <source>Flip &amp;left to right</source>
        <translation>&amp;Espelhar da esquerda para a direita</translation>
    </message>
    <message>
        <source>Flip top to &amp;bottom</source>
        <translation>Espelhar de &amp;cima para baixo</translation>
    </message>
    <message>
        <source>Full screen and back</source>
        <translation>Tela cheia e voltar</translation>
    </message>
    <message>
        <source>Hide a &amp;box</source>
        <translation>Ocultar uma &amp;caixa</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastar (botão esquerdo)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>My impression: COVID-19</source>
        <translation>Minha impressão: COVID-19</translation>
    </message>
    <message>
        <source>My impression: Normal</source>
        <translation>Minha impressão: Normal</translation>
    </message>
    <message>
        <source>My impression: Other</source>
        <translation>Minha impressão: Outra</translation>
    </message>
    <message>
        <source>My impression: Unsure</source>
        <translation>Minha impressão: Incerta</translation>
    </message>
    <message>
        <source>My impression: Viral pneumonia</source>
        <translation>Minha impressão: Pneumonia viral</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Abrir &amp;pasta…</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Pan &amp;tool</source>
        <translation>Ferramenta &amp;mover</translation>
    </message>
    <message>
        <source>Read &amp;first</source>
        <translation>Avaliar &amp;primeiro</translation>
    </message>
    <message>
        <source>Read film &amp;again</source>
        <translation>&amp;Ler radiografia novamente</translation>
    </message>
    <message>
        <source>Remove m&amp;easurement</source>
        <translation>&amp;Remover medida</translation>
    </message>
    <message>
        <source>Reset &amp;view</source>
        <translation>Redefinir exi&amp;bição</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clique direito</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastar (botão direito)</translation>
    </message>
    <message>
        <source>Rotate anticl&amp;ockwise</source>
        <translation>Girar no sentido an&amp;ti-horário</translation>
    </message>
    <message>
        <source>S&amp;hutter of the file</source>
        <translation>Máscara do arqui&amp;vo</translation>
    </message>
    <message>
        <source>Show &amp;map (hold to peek)</source>
        <translation>Mostrar &amp;mapa (segurar para espiar)</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Roda</translation>
    </message>
    <message>
        <source>Window (across) and level (along), or the chosen tool</source>
        <translation>Janela (horizontal) e nível (vertical), ou a ferramenta escolhida</translation>
    </message>
    <message>
        <source>Windows and VOI LUTs of the file</source>
        <translation>Janelas e VOI LUTs do arquivo</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Zoom no cursor</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>{number}: {what}</source>
        <translation>{number}: {what}</translation>
    </message>
    <message>
        <source>&amp;Compare with a prior</source>
        <translation>&amp;Comparar com um exame anterior</translation>
    </message>
    <message>
        <source>&amp;Earlier prior</source>
        <translation>Exame anterior mais anti&amp;go</translation>
    </message>
    <message>
        <source>&amp;Newer prior</source>
        <translation>Exame anterior mais r&amp;ecente</translation>
    </message>
    <message>
        <source>&amp;Tour of four steps</source>
        <translation>&amp;Apresentação em quatro passos</translation>
    </message>
    <message>
        <source>Annotations: all, few, none; held, a left drag pans</source>
        <translation>Anotações: todas, poucas, nenhuma; mantida pressionada, arrastar com o botão esquerdo move</translation>
    </message>
    <message>
        <source>Arrow keys, Enter</source>
        <translation>Setas, Enter</translation>
    </message>
    <message>
        <source>Choose next &amp;measurement</source>
        <translation>E&amp;scolher a próxima medida</translation>
    </message>
    <message>
        <source>Compare &amp;with another film…</source>
        <translation>Comparar com &amp;outra radiografia…</translation>
    </message>
    <message>
        <source>Distance, angle or box: move the cross, set a point</source>
        <translation>Distância, ângulo ou caixa: mover a cruz, marcar um ponto</translation>
    </message>
    <message>
        <source>Fin&amp;d in the list</source>
        <translation>Procurar na li&amp;sta</translation>
    </message>
    <message>
        <source>Lin&amp;ked zoom</source>
        <translation>&amp;Zoom conjunto</translation>
    </message>
    <message>
        <source>Look for &amp;new files</source>
        <translation>Procurar arquivos no&amp;vos</translation>
    </message>
    <message>
        <source>Magnifier, while it is held</source>
        <translation>Lupa, enquanto pressionada</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastar (botão do meio)</translation>
    </message>
    <message>
        <source>Open the &amp;sample film</source>
        <translation>Abrir a radiografia de &amp;exemplo</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pr&amp;eferências…</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Shift + setas</translation>
    </message>
    <message>
        <source>The same in larger steps</source>
        <translation>O mesmo em passos maiores</translation>
    </message>
    <message>
        <source>&amp;Installation check…</source>
        <translation>Verificação da &amp;instalação…</translation>
    </message>
    <message>
        <source>&amp;About Negatoscope</source>
        <translation>&amp;Sobre o Negatoscope</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Setas</translation>
    </message>
    <message>
        <source>Move the chosen measurement; Enter: one of its points</source>
        <translation>Mover a medida escolhida; Enter: um de seus pontos</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + roda</translation>
    </message>
    <message>
        <source>Previous and next film of the patient</source>
        <translation>Radiografia anterior e seguinte do paciente</translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation>Janela e nível</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>A child by the picture: {percent} % likely.</source>
        <translation>Uma criança, pela imagem: probabilidade de {percent} %.</translation>
    </message>
    <message>
        <source>A child: {years} years by the file.</source>
        <translation>Uma criança: {years} anos segundo o arquivo.</translation>
    </message>
    <message>
        <source>A part of it is cut off: use the whole film.</source>
        <translation>Uma parte está cortada: use a radiografia inteira.</translation>
    </message>
    <message>
        <source>A whole, upright frontal chest film, by the picture: {percent} % likely.</source>
        <translation>Uma radiografia frontal de tórax, inteira e na orientação correta, pela imagem: probabilidade de {percent} %.</translation>
    </message>
    <message>
        <source>An adult: {years} years by the file.</source>
        <translation>Um adulto: {years} anos segundo o arquivo.</translation>
    </message>
    <message>
        <source>Black and white exchanged, by the picture: {percent} % likely.</source>
        <translation>Preto e branco trocados, pela imagem: probabilidade de {percent} %.</translation>
    </message>
    <message>
        <source>Bone must be white: invert the film, or export it again as it is displayed.</source>
        <translation>O osso deve ser branco: inverta a radiografia ou exporte-a novamente como é exibida.</translation>
    </message>
    <message>
        <source>COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation>A COVID-19 foi aprendida só com adultos e não é avaliada em crianças.</translation>
    </message>
    <message>
        <source>Check whether this is the patient&apos;s film and whether the birth date is right.</source>
        <translation>Verifique se a radiografia é deste paciente e se a data de nascimento está certa.</translation>
    </message>
    <message>
        <source>Distance to the most similar films the model learned from: {distance}.</source>
        <translation>Distância às radiografias mais parecidas entre as aprendidas pelo modelo: {distance}.</translation>
    </message>
    <message>
        <source>Grey levels in the picture: {levels}.</source>
        <translation>Níveis de cinza na imagem: {levels}.</translation>
    </message>
    <message>
        <source>It is empty or almost so: check the exposure, or export it again.</source>
        <translation>Está vazia ou quase: verifique a exposição ou exporte-a novamente.</translation>
    </message>
    <message>
        <source>It is unlike anything learned from: do not rely on a model for it.</source>
        <translation>Não se parece com nada do que foi aprendido: não confie em um modelo para ela.</translation>
    </message>
    <message>
        <source>Lungs found, by size and place: {fields}.</source>
        <translation>Pulmões encontrados, por tamanho e posição: {fields}.</translation>
    </message>
    <message>
        <source>Of a lung&apos;s height or width, {percent} % lies at the border of the picture.</source>
        <translation>Da altura ou largura de um pulmão, {percent} % fica na borda da imagem.</translation>
    </message>
    <message>
        <source>Pixels on the short side: {side}.</source>
        <translation>Pixels no lado menor: {side}.</translation>
    </message>
    <message>
        <source>Read as {format}.</source>
        <translation>Lida como {format}.</translation>
    </message>
    <message>
        <source>The file has {frames} frames.</source>
        <translation>O arquivo tem {frames} quadros.</translation>
    </message>
    <message>
        <source>The file says body part {word}.</source>
        <translation>O arquivo indica a região {word}.</translation>
    </message>
    <message>
        <source>The file says modality {word}.</source>
        <translation>O arquivo indica a modalidade {word}.</translation>
    </message>
    <message>
        <source>The file says view {word}.</source>
        <translation>O arquivo indica a incidência {word}.</translation>
    </message>
    <message>
        <source>The model needs at least {limit}: use the original radiograph instead of a thumbnail.</source>
        <translation>O modelo precisa de pelo menos {limit}: use a radiografia original em vez de uma miniatura.</translation>
    </message>
    <message>
        <source>The model reads chest radiographs only.</source>
        <translation>O modelo só lê radiografias de tórax.</translation>
    </message>
    <message>
        <source>The model reads frontal views only (AP, PA).</source>
        <translation>O modelo só lê incidências frontais (AP, PA).</translation>
    </message>
    <message>
        <source>The model reads no lateral views, CT or photographs, and no films on which a part of a lung is missing.</source>
        <translation>O modelo não lê incidências laterais, TC ou fotografias, nem radiografias em que falte parte de um pulmão.</translation>
    </message>
    <message>
        <source>The model reads projection radiographs only (CR, DX).</source>
        <translation>O modelo só lê radiografias de projeção (CR, DX).</translation>
    </message>
    <message>
        <source>The model reads single radiographs; export the one frame that is one.</source>
        <translation>O modelo lê radiografias únicas; exporte o quadro que for uma radiografia.</translation>
    </message>
    <message>
        <source>The model reads upright frontal chest radiographs that show both lungs.</source>
        <translation>O modelo lê radiografias frontais de tórax, na orientação correta, que mostrem os dois pulmões.</translation>
    </message>
    <message>
        <source>Turn it upright and export it again.</source>
        <translation>Gire-a para a orientação correta e exporte-a novamente.</translation>
    </message>
    <message>
        <source>Turned on its side or upside down, by the picture: {percent} % likely.</source>
        <translation>Deitada ou de cabeça para baixo, pela imagem: probabilidade de {percent} %.</translation>
    </message>
    <message>
        <source>Use the radiograph itself, not a photograph or a coloured screenshot of it.</source>
        <translation>Use a própria radiografia, não uma fotografia nem uma captura de tela colorida dela.</translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults.</source>
        <translation>A pneumonia viral foi aprendida só com crianças e não é avaliada em adultos.</translation>
    </message>
    <message>
        <source>Viral pneumonia was learned from children only and is not assessed in adults. COVID-19 was learned from adults only and is not assessed in children.</source>
        <translation>A pneumonia viral foi aprendida só com crianças e não é avaliada em adultos. A COVID-19 foi aprendida só com adultos e não é avaliada em crianças.</translation>
    </message>
    <message>
        <source>adult</source>
        <translation>adulto</translation>
    </message>
    <message>
        <source>age group</source>
        <translation>faixa etária</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>região do corpo</translation>
    </message>
    <message>
        <source>child</source>
        <translation>criança</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message>
        <source>familiar</source>
        <translation>semelhança</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>frontal</translation>
    </message>
    <message>
        <source>grey scale</source>
        <translation>escala de cinza</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>pulmões</translation>
    </message>
    <message>
        <source>lungs in the picture</source>
        <translation>pulmões na imagem</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>modalidade</translation>
    </message>
    <message>
        <source>polarity</source>
        <translation>polaridade</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>legível</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>orientação</translation>
    </message>
    <message>
        <source>single frame</source>
        <translation>quadro único</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamanho</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>incerta</translation>
    </message>
    <message>
        <source>view</source>
        <translation>incidência</translation>
    </message>
    <message>
        <source>{percent} % of the picture is coloured.</source>
        <translation>{percent} % da imagem é colorida.</translation>
    </message>
    <message>
        <source>{years} years by the file, an age the model did not learn from. A child by the picture: {percent} % likely.</source>
        <translation>{years} anos segundo o arquivo, uma idade com a qual o modelo não aprendeu. Uma criança, pela imagem: probabilidade de {percent} %.</translation>
    </message>
    <message>
        <source>{years} years by the file, but a child by the picture: {percent} % likely.</source>
        <translation>{years} anos segundo o arquivo, mas uma criança, pela imagem: probabilidade de {percent} %.</translation>
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
        <translation>Nenhuma destas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Pneumonia viral</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Earlier or later: not known</source>
        <translation>Anteriores ou posteriores: não se sabe</translation>
    </message>
    <message>
        <source>Later film</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>Later films</source>
        <translation>Radiografias posteriores</translation>
    </message>
    <message>
        <source>Not the same patient?</source>
        <translation>Não é o mesmo paciente?</translation>
    </message>
    <message>
        <source>Of the same study</source>
        <translation>Do mesmo estudo</translation>
    </message>
    <message>
        <source>Order unknown</source>
        <translation>Ordem desconhecida</translation>
    </message>
    <message>
        <source>Other film</source>
        <translation>Outra</translation>
    </message>
    <message>
        <source>Other films</source>
        <translation>Outras radiografias</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Priors</source>
        <translation>Radiografias anteriores</translation>
    </message>
    <message>
        <source>Same study</source>
        <translation>Mesmo estudo</translation>
    </message>
    <message>
        <source>The same patient? The files do not say.</source>
        <translation>O mesmo paciente? Os arquivos não dizem.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sem data</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>mesmo dia</translation>
    </message>
    <message>
        <source>{interval} earlier</source>
        <translation>{interval} antes</translation>
    </message>
    <message>
        <source>{interval} later</source>
        <translation>{interval} depois</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mês</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n ano</numerusform>
            <numerusform>%n anos</numerusform>
        </translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Data de nascimento</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>No other film of this patient is open.</source>
        <translation>Nenhuma outra radiografia deste paciente está aberta.</translation>
    </message>
    <message>
        <source>No prior can be found</source>
        <translation>Não é possível encontrar um exame anterior</translation>
    </message>
    <message>
        <source>No prior is open</source>
        <translation>Nenhum exame anterior está aberto</translation>
    </message>
    <message>
        <source>Other films of this patient are: choose one above.</source>
        <translation>Outras radiografias deste paciente estão: escolha uma acima.</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID do paciente</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>This film has no date, so that nothing can be called earlier.</source>
        <translation>Esta radiografia não tem data; por isso, nada pode ser dito anterior.</translation>
    </message>
    <message>
        <source>This film&apos;s file names no patient.</source>
        <translation>O arquivo desta radiografia não nomeia nenhum paciente.</translation>
    </message>
    <message>
        <source>{fact} differs: {left} / {right}.</source>
        <translation>{fact} difere: {left} / {right}.</translation>
    </message>
    <message>
        <source>{fact} only on the left: {left}.</source>
        <translation>{fact} só à esquerda: {left}.</translation>
    </message>
    <message>
        <source>{fact} only on the right: {right}.</source>
        <translation>{fact} só à direita: {right}.</translation>
    </message>
</context>
<context>
    <name>corners</name>
    <message>
        <source>Left</source>
        <comment>side of the patient</comment>
        <translation>Esquerda</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>side of the patient</comment>
        <translation>Direita</translation>
    </message>
    <message>
        <source>Value {value}  at {column}, {row}</source>
        <translation>Valor {value}  em {column}, {row}</translation>
    </message>
    <message>
        <source>{value} (stored {stored})</source>
        <translation>{value} (armazenado {stored})</translation>
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
        <translation>Falta uma parte deste programa que lê tais arquivos: {reason}.</translation>
    </message>
    <message>
        <source>Check that it exists, that you may read it, and that its disc or drive is in order.</source>
        <translation>Verifique se ele existe, se você pode lê-lo e se o disco ou a unidade está em ordem.</translation>
    </message>
    <message>
        <source>Check that this is an image and not an archive or a video.</source>
        <translation>Verifique se é uma imagem e não um arquivo compactado ou um vídeo.</translation>
    </message>
    <message>
        <source>Check the file, or export it at a smaller size.</source>
        <translation>Verifique o arquivo ou exporte-o em tamanho menor.</translation>
    </message>
    <message>
        <source>Check the password and open the archive again.</source>
        <translation>Verifique a senha e abra o arquivo novamente.</translation>
    </message>
    <message>
        <source>Check where it comes from, or export the image again.</source>
        <translation>Verifique de onde ele vem ou exporte a imagem novamente.</translation>
    </message>
    <message>
        <source>Choose a folder or archive that holds images.</source>
        <translation>Escolha uma pasta ou um arquivo compactado que contenha imagens.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>Escolha outra pasta ou libere espaço nela.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Feche outros programas e tente novamente.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from; nothing of it is shown.</source>
        <translation>Copie-o novamente da origem; nada dele é mostrado.</translation>
    </message>
    <message>
        <source>Copy it again, or unpack it and open the files.</source>
        <translation>Copie-o novamente, ou descompacte-o e abra os arquivos.</translation>
    </message>
    <message>
        <source>Export it uncompressed or as JPEG 2000.</source>
        <translation>Exporte-a sem compressão ou como JPEG 2000.</translation>
    </message>
    <message>
        <source>Export the radiograph as DICOM, PNG, JPEG or TIFF.</source>
        <translation>Exporte a radiografia como DICOM, PNG, JPEG ou TIFF.</translation>
    </message>
    <message>
        <source>Export the radiograph as an 8- to 16-bit grey-scale image.</source>
        <translation>Exporte a radiografia como imagem em escala de cinza de 8 a 16 bits.</translation>
    </message>
    <message>
        <source>Frame {frame} was asked for, but the file has {number_of_frames}.</source>
        <translation>Foi pedido o quadro {frame}, mas o arquivo tem {number_of_frames}.</translation>
    </message>
    <message>
        <source>Give its password, or unpack it and open the files.</source>
        <translation>Informe a senha, ou descompacte-o e abra os arquivos.</translation>
    </message>
    <message>
        <source>If it is a large film on a slow drive, copy it to this computer, or read it again.</source>
        <translation>Se for uma radiografia grande em uma unidade lenta, copie-a para este computador ou leia-a novamente.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Instale o programa novamente.</translation>
    </message>
    <message>
        <source>Its map could not be written to {target}: {reason}.</source>
        <translation>O mapa não pôde ser gravado em {target}: {reason}.</translation>
    </message>
    <message>
        <source>Open the file again.</source>
        <translation>Abra o arquivo novamente.</translation>
    </message>
    <message>
        <source>Open the folder that holds the images instead.</source>
        <translation>Abra, em vez disso, a pasta que contém as imagens.</translation>
    </message>
    <message>
        <source>Open the image file itself.</source>
        <translation>Abra o próprio arquivo de imagem.</translation>
    </message>
    <message>
        <source>Open the image it belongs to.</source>
        <translation>Abra a imagem à qual ele pertence.</translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation>Leia novamente.</translation>
    </message>
    <message>
        <source>Reading it took more than {seconds:.1f} seconds and was given up.</source>
        <translation>A leitura levou mais de {seconds:.1f} segundos e foi abandonada.</translation>
    </message>
    <message>
        <source>Reading it was cancelled.</source>
        <translation>A leitura foi cancelada.</translation>
    </message>
    <message>
        <source>The archive cannot be unpacked: {reason}.</source>
        <translation>O arquivo compactado não pode ser aberto: {reason}.</translation>
    </message>
    <message>
        <source>The archive is encrypted.</source>
        <translation>O arquivo compactado está criptografado.</translation>
    </message>
    <message>
        <source>The archive is of a kind that cannot be unpacked here: {reason}.</source>
        <translation>O arquivo compactado é de um tipo que não pode ser aberto aqui: {reason}.</translation>
    </message>
    <message>
        <source>The content is not an image that can be read here ({found}).</source>
        <translation>O conteúdo não é uma imagem que possa ser lida aqui ({found}).</translation>
    </message>
    <message>
        <source>The directory of this medium cannot be read: {reason}.</source>
        <translation>O diretório desta mídia não pode ser lido: {reason}.</translation>
    </message>
    <message>
        <source>The directory of this medium refers to a file outside its own folder; it was not opened.</source>
        <translation>O diretório desta mídia aponta para um arquivo fora de sua própria pasta; ele não foi aberto.</translation>
    </message>
    <message>
        <source>The file brought the reading of it to a sudden end; it is probably damaged.</source>
        <translation>O arquivo interrompeu subitamente a leitura; provavelmente está danificado.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>O arquivo não pode ser lido: {reason}.</translation>
    </message>
    <message>
        <source>The file could not be processed.</source>
        <translation>O arquivo não pôde ser processado.</translation>
    </message>
    <message>
        <source>The file could not be read, for a reason that was not foreseen: {reason}.</source>
        <translation>O arquivo não pôde ser lido, por um motivo imprevisto: {reason}.</translation>
    </message>
    <message>
        <source>The file has more than {limit} {what}, which no radiograph needs.</source>
        <translation>O arquivo tem mais de {limit} {what}, o que nenhuma radiografia precisa.</translation>
    </message>
    <message>
        <source>The file has {megabytes:.0f} MB; a radiograph has at most {limit_megabytes:.0f} MB.</source>
        <translation>O arquivo tem {megabytes:.0f} MB; uma radiografia tem no máximo {limit_megabytes:.0f} MB.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete: {reason}.</source>
        <translation>O arquivo está danificado ou incompleto: {reason}.</translation>
    </message>
    <message>
        <source>The image claims {columns} x {rows} pixels; at most {limit_megapixels:.0f} million are read.</source>
        <translation>A imagem declara {columns} x {rows} pixels; no máximo {limit_megapixels:.0f} milhões são lidos.</translation>
    </message>
    <message>
        <source>The image is stored as {name}, which cannot be read here.</source>
        <translation>A imagem está gravada como {name}, que não pode ser lido aqui.</translation>
    </message>
    <message>
        <source>The model cannot be used: {reason}.</source>
        <translation>O modelo não pode ser usado: {reason}.</translation>
    </message>
    <message>
        <source>The model could not be run on it: {reason}.</source>
        <translation>O modelo não pôde ser executado nela: {reason}.</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>A senha não o abre.</translation>
    </message>
    <message>
        <source>The pixels are of a kind that cannot be shown faithfully: {reason}.</source>
        <translation>Os pixels são de um tipo que não pode ser mostrado fielmente: {reason}.</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>Não há nenhum arquivo dentro.</translation>
    </message>
    <message>
        <source>There is not enough memory to read it.</source>
        <translation>Não há memória suficiente para lê-lo.</translation>
    </message>
    <message>
        <source>This DICOM file holds no image ({kind}).</source>
        <translation>Este arquivo DICOM não contém imagem ({kind}).</translation>
    </message>
    <message>
        <source>This is an archive inside an archive.</source>
        <translation>É um arquivo compactado dentro de outro.</translation>
    </message>
    <message>
        <source>This is not an ordinary file but a folder, a device or a pipe.</source>
        <translation>Não é um arquivo comum, mas uma pasta, um dispositivo ou um pipe.</translation>
    </message>
    <message>
        <source>Try again; if it fails again, close other programs.</source>
        <translation>Tente novamente; se falhar outra vez, feche outros programas.</translation>
    </message>
    <message>
        <source>Try another copy of the file.</source>
        <translation>Tente outra cópia do arquivo.</translation>
    </message>
    <message>
        <source>Try another copy of the file; if that fails too, report it.</source>
        <translation>Tente outra cópia do arquivo; se também falhar, comunique o problema.</translation>
    </message>
    <message>
        <source>Unpack it with another program and open the files.</source>
        <translation>Descompacte-o com outro programa e abra os arquivos.</translation>
    </message>
    <message>
        <source>Unpack the outer one and open the inner one.</source>
        <translation>Descompacte o de fora e abra o de dentro.</translation>
    </message>
    <message>
        <source>The model file is not the one that came with this program: its SHA-256 is {found:.12}… instead of {expected:.12}…, so it was damaged or exchanged, and it is not used.</source>
        <translation>O arquivo do modelo não é o que veio com este programa: seu SHA-256 é {found:.12}… em vez de {expected:.12}…; portanto, foi danificado ou trocado, e não é usado.</translation>
    </message>
    <message>
        <source>Close it and start it again; what is open stays on view until then.</source>
        <translation>Feche-o e inicie-o novamente; o que está aberto continua à vista até lá.</translation>
    </message>
    <message>
        <source>The program was updated while it was open: {running} is running, and {found} is installed now.</source>
        <translation>O programa foi atualizado enquanto estava aberto: está em execução {running}, e agora está instalado {found}.</translation>
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
        <translation>Outra</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerta</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Pneumonia viral</translation>
    </message>
</context>
<context>
    <name>installation</name>
    <message>
        <source>FAIL</source>
        <translation>REPROVADO</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Radiografia</translation>
    </message>
    <message>
        <source>Films that came with the program</source>
        <translation>Radiografias que vieram com o programa</translation>
    </message>
    <message>
        <source>Largest differences from the release; allowed are {probability:g} and {map:.0%}.</source>
        <translation>Maiores diferenças em relação à versão publicada; são admitidas {probability:g} e {map:.0%}.</translation>
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
        <translation>Arquivos do modelo</translation>
    </message>
    <message>
        <source>Negatoscope: installation check</source>
        <translation>Negatoscope: verificação da instalação</translation>
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
        <translation>As radiografias são sintéticas. Darem os mesmos números nada diz sobre a frequência com que o modelo acerta em pacientes. Uso em pesquisa; não é um dispositivo médico.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>expected: {outcome}</source>
        <translation>esperado: {outcome}</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>não utilizável</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>aprovado</translation>
    </message>
    <message>
        <source>{seconds:.1f} s (at most {limit:.0f})</source>
        <translation>{seconds:.1f} s (no máximo {limit:.0f})</translation>
    </message>
</context>
<context>
    <name>key_hand</name>
    <message>
        <source>Angle</source>
        <translation>Ângulo</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distância</translation>
    </message>
    <message>
        <source>First corner set.</source>
        <translation>Primeiro canto marcado.</translation>
    </message>
    <message>
        <source>point {number} is held</source>
        <translation>o ponto {number} está preso</translation>
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
        <translation>corrigido</translation>
    </message>
    <message>
        <source>detector plane</source>
        <translation>plano do detector</translation>
    </message>
    <message>
        <source>kind not stated</source>
        <translation>tipo não informado</translation>
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
        <translation>{pixels:.0f} px (larguras de um pixel)</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n copies of the same image, shown once:</source>
        <translation>
            <numerusform>%n cópia da mesma imagem, mostrada uma vez:</numerusform>
            <numerusform>%n cópias da mesma imagem, mostradas uma vez:</numerusform>
        </translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sem data</translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation>Sem nome de paciente</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Outros arquivos</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Same SOP Instance UID as {path}, but another picture or header: one of the two is wrong.</source>
        <translation>Mesmo SOP Instance UID que {path}, mas outra imagem ou outro cabeçalho: um dos dois está errado.</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Série {number}</translation>
    </message>
    <message>
        <source>Without patient data</source>
        <translation>Sem dados de paciente</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>Todas as radiografias</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Como abertas</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Classificadas</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>From the journal, {time}</source>
        <translation>Do registro, {time}</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Não analisadas</translation>
    </message>
    <message>
        <source>Outcome, failed first</source>
        <translation>Resultado, com falha primeiro</translation>
    </message>
    <message>
        <source>Patient name</source>
        <translation>Nome do paciente</translation>
    </message>
    <message>
        <source>Probability of COVID-19</source>
        <translation>Probabilidade de COVID-19</translation>
    </message>
    <message>
        <source>Probability of normal</source>
        <translation>Probabilidade de normal</translation>
    </message>
    <message>
        <source>Probability of viral pneumonia</source>
        <translation>Probabilidade de pneumonia viral</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Recusadas</translation>
    </message>
    <message>
        <source>Study date, newest first</source>
        <translation>Data do estudo, mais recentes primeiro</translation>
    </message>
    <message>
        <source>▲ The journal held another result for this film, of {time}. The one shown was computed now and counts.</source>
        <translation>▲ O registro tinha outro resultado para esta radiografia, de {time}. O mostrado foi calculado agora e é o que vale.</translation>
    </message>
    <message>
        <source>beside the current film</source>
        <translation>ao lado da radiografia atual</translation>
    </message>
    <message numerus="yes">
        <source>%n films folded away</source>
        <translation>
            <numerusform>%n radiografia recolhida</numerusform>
            <numerusform>%n radiografias recolhidas</numerusform>
        </translation>
    </message>
    <message>
        <source>among them the one beside the current film</source>
        <translation>entre elas, a que está ao lado da atual</translation>
    </message>
    <message>
        <source>Most probable: {finding}</source>
        <translation>Mais provável: {finding}</translation>
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
        <translation>(correlação de postos {number:.2f}).</translation>
    </message>
    <message>
        <source>COVID-19 rather than another pneumonia</source>
        <translation>COVID-19 em vez de outra pneumonia</translation>
    </message>
    <message>
        <source>From {share:.0f} % of full strength</source>
        <translation>A partir de {share:.0f} % da intensidade plena</translation>
    </message>
    <message>
        <source>No evidence above the threshold</source>
        <translation>Nenhuma evidência acima do limiar</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidade</translation>
    </message>
    <message>
        <source>Parts hidden: {finding}</source>
        <translation>Partes ocultas: {finding}</translation>
    </message>
    <message>
        <source>The map cannot be compared with it: one of the two is the same everywhere.</source>
        <translation>O mapa não pode ser comparado com isto: um dos dois é igual em toda parte.</translation>
    </message>
    <message>
        <source>The map “{map}” agrees with this</source>
        <translation>O mapa “{map}” concorda com isto</translation>
    </message>
    <message>
        <source>The map “{map}” partly agrees with this</source>
        <translation>O mapa “{map}” concorda em parte com isto</translation>
    </message>
    <message>
        <source>Viral rather than bacterial</source>
        <translation>Viral em vez de bacteriana</translation>
    </message>
    <message>
        <source>What speaks against an opacity, and so for normal.</source>
        <translation>O que fala contra uma opacidade e, portanto, a favor de normal.</translation>
    </message>
    <message>
        <source>What speaks for COVID-19 rather than another pneumonia, if there is an opacity, in an adult: one step, not the whole probability.</source>
        <translation>O que fala a favor de COVID-19 em vez de outra pneumonia, se houver uma opacidade, em um adulto: um passo, não toda a probabilidade.</translation>
    </message>
    <message>
        <source>What speaks for a virus rather than bacteria, if there is an opacity, in a child: one step, not the whole probability.</source>
        <translation>O que fala a favor de um vírus em vez de bactérias, se houver uma opacidade, em uma criança: um passo, não toda a probabilidade.</translation>
    </message>
    <message>
        <source>What speaks for an opacity: the first step towards COVID-19 and viral pneumonia, not the whole of their probability.</source>
        <translation>O que fala a favor de uma opacidade: o primeiro passo para COVID-19 e pneumonia viral, não toda a probabilidade delas.</translation>
    </message>
    <message>
        <source>▲ The map “{map}” disagrees with this: treat it with suspicion</source>
        <translation>▲ O mapa “{map}” discorda disto: trate-o com desconfiança</translation>
    </message>
    <message>
        <source>Against an opacity</source>
        <translation>Contra uma opacidade</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>FLIPPED left to right</source>
        <translation>ESPELHADA da esquerda para a direita</translation>
    </message>
    <message>
        <source>FLIPPED top to bottom</source>
        <translation>ESPELHADA de cima para baixo</translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° anticlockwise</source>
        <translation>ESPELHADA, girada 90° no sentido anti-horário</translation>
    </message>
    <message>
        <source>FLIPPED, turned 90° clockwise</source>
        <translation>ESPELHADA, girada 90° no sentido horário</translation>
    </message>
    <message>
        <source>Turned 180°</source>
        <translation>Girada 180°</translation>
    </message>
    <message>
        <source>Turned 90° anticlockwise</source>
        <translation>Girada 90° no sentido anti-horário</translation>
    </message>
    <message>
        <source>Turned 90° clockwise</source>
        <translation>Girada 90° no sentido horário</translation>
    </message>
</context>
<context>
    <name>mouse_bindings</name>
    <message>
        <source>To pan, hold {key} and drag with the left button.</source>
        <translation>Para mover, segure {key} e arraste com o botão esquerdo.</translation>
    </message>
    <message>
        <source>To zoom, turn the wheel with Ctrl.</source>
        <translation>Para o zoom, gire a roda com Ctrl.</translation>
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
        <translation>classificada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>não analisada</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>lendo …</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>3 samples a pixel as {photometric}</source>
        <translation>3 amostras por pixel como {photometric}</translation>
    </message>
    <message>
        <source>DICOM without the attributes of an object</source>
        <translation>DICOM sem os atributos de um objeto</translation>
    </message>
    <message>
        <source>High Bit does not follow from Bits Stored</source>
        <translation>High Bit não decorre de Bits Stored</translation>
    </message>
    <message>
        <source>Number of Frames is not a number</source>
        <translation>Number of Frames não é um número</translation>
    </message>
    <message>
        <source>Pixel Data is missing</source>
        <translation>falta Pixel Data</translation>
    </message>
    <message>
        <source>Pixel Representation is neither 0 nor 1</source>
        <translation>Pixel Representation não é 0 nem 1</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is beyond all measure</source>
        <translation>Rescale Slope ou Intercept está além de qualquer medida</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is not a number</source>
        <translation>Rescale Slope ou Intercept não é um número</translation>
    </message>
    <message>
        <source>YBR_FULL_422 with an odd number of columns</source>
        <translation>YBR_FULL_422 com número ímpar de colunas</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>um arquivo 7-Zip</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>uma imagem BMP</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>uma imagem GIF</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>uma imagem JPEG 2000</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>uma imagem JPEG XL</translation>
    </message>
    <message>
        <source>a JPEG of this depth in several passes</source>
        <translation>um JPEG dessa profundidade em várias passagens</translation>
    </message>
    <message>
        <source>a JPEG of {samples} times {bits} bits</source>
        <translation>um JPEG de {samples} vezes {bits} bits</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>um documento PDF</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>um documento PostScript</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>um arquivo RAR</translation>
    </message>
    <message>
        <source>a RIFF file</source>
        <translation>um arquivo RIFF</translation>
    </message>
    <message>
        <source>a TIFF picture of the large kind, BigTIFF</source>
        <translation>uma imagem TIFF do tipo grande, BigTIFF</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>um programa do Windows</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>um arquivo ZIP</translation>
    </message>
    <message>
        <source>a checksum does not match</source>
        <translation>uma soma de verificação não confere</translation>
    </message>
    <message>
        <source>a description of its pixels has {length} bytes</source>
        <translation>uma descrição de seus pixels tem {length} bytes</translation>
    </message>
    <message>
        <source>a file compressed by bzip2</source>
        <translation>um arquivo comprimido por bzip2</translation>
    </message>
    <message>
        <source>a file compressed by gzip</source>
        <translation>um arquivo comprimido por gzip</translation>
    </message>
    <message>
        <source>a file compressed by xz</source>
        <translation>um arquivo comprimido por xz</translation>
    </message>
    <message>
        <source>a file compressed by zstd</source>
        <translation>um arquivo comprimido por zstd</translation>
    </message>
    <message>
        <source>a file lies in too many folders</source>
        <translation>um arquivo está em pastas demais</translation>
    </message>
    <message>
        <source>a frame is compressed to {total} bytes, more than it has uncompressed</source>
        <translation>um quadro comprimido tem {total} bytes, mais do que sem compressão</translation>
    </message>
    <message>
        <source>a mask</source>
        <translation>uma máscara</translation>
    </message>
    <message>
        <source>a member reaches beyond its end</source>
        <translation>um membro vai além de seu fim</translation>
    </message>
    <message>
        <source>a part of its JPEG 2000 stream has a resolution of its own</source>
        <translation>uma parte de seu fluxo JPEG 2000 tem resolução própria</translation>
    </message>
    <message>
        <source>a pass over the picture is missing</source>
        <translation>falta uma passagem sobre a imagem</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>um programa</translation>
    </message>
    <message>
        <source>a record reaches beyond the others</source>
        <translation>um registro vai além dos outros</translation>
    </message>
    <message>
        <source>a sequence is not made of items</source>
        <translation>uma sequência não é feita de itens</translation>
    </message>
    <message>
        <source>a strip or tile cannot be decompressed</source>
        <translation>uma faixa ou bloco não pode ser descomprimido</translation>
    </message>
    <message>
        <source>a strip or tile cannot be inflated</source>
        <translation>uma faixa ou bloco não pode ser inflado</translation>
    </message>
    <message>
        <source>a strip or tile ends too early</source>
        <translation>uma faixa ou bloco termina cedo demais</translation>
    </message>
    <message>
        <source>a strip or tile holds more than its part of the picture</source>
        <translation>uma faixa ou bloco contém mais do que sua parte da imagem</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>um documento de texto</translation>
    </message>
    <message>
        <source>a text in markup</source>
        <translation>um texto com marcação</translation>
    </message>
    <message>
        <source>an RLE segment holds {found} bytes where {needed} are needed</source>
        <translation>um segmento RLE contém {found} bytes onde são necessários {needed}</translation>
    </message>
    <message>
        <source>an RLE segment is damaged</source>
        <translation>um segmento RLE está danificado</translation>
    </message>
    <message>
        <source>an element claims {length} bytes, more than the file holds</source>
        <translation>um elemento declara {length} bytes, mais do que o arquivo contém</translation>
    </message>
    <message>
        <source>an element has no length</source>
        <translation>um elemento não tem comprimento</translation>
    </message>
    <message>
        <source>an element reaches beyond the one that holds it</source>
        <translation>um elemento vai além daquele que o contém</translation>
    </message>
    <message>
        <source>an item reaches beyond its sequence</source>
        <translation>um item vai além de sua sequência</translation>
    </message>
    <message>
        <source>bytes of directory</source>
        <translation>bytes de diretório</translation>
    </message>
    <message>
        <source>bytes of header</source>
        <translation>bytes de cabeçalho</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>blocos</translation>
    </message>
    <message>
        <source>colours of other than 8 bits</source>
        <translation>cores que não são de 8 bits</translation>
    </message>
    <message>
        <source>compressed as {method}</source>
        <translation>comprimido como {method}</translation>
    </message>
    <message>
        <source>compressed with a very large dictionary</source>
        <translation>comprimido com um dicionário muito grande</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>elementos</translation>
    </message>
    <message>
        <source>encrypted and compressed in a rare way</source>
        <translation>criptografado e comprimido de modo raro</translation>
    </message>
    <message>
        <source>entries in a directory</source>
        <translation>entradas em um diretório</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>nome de arquivo longo demais</translation>
    </message>
    <message>
        <source>fragments of pixels</source>
        <translation>fragmentos de pixels</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>quadros</translation>
    </message>
    <message>
        <source>host is down</source>
        <translation>o servidor está fora do ar</translation>
    </message>
    <message>
        <source>images</source>
        <translation>imagens</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erro de entrada/saída</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>é uma pasta</translation>
    </message>
    <message>
        <source>it claims no pixels</source>
        <translation>não declara nenhum pixel</translation>
    </message>
    <message>
        <source>it claims {columns} x {rows} pixels</source>
        <translation>declara {columns} x {rows} pixels</translation>
    </message>
    <message>
        <source>it claims {frames} frames and holds {fragments} fragments</source>
        <translation>declara {frames} quadros e contém {fragments} fragmentos</translation>
    </message>
    <message>
        <source>it does not begin with a header</source>
        <translation>não começa com um cabeçalho</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>termina cedo demais</translation>
    </message>
    <message>
        <source>it ends within a sequence</source>
        <translation>termina dentro de uma sequência</translation>
    </message>
    <message>
        <source>it ends within an element</source>
        <translation>termina dentro de um elemento</translation>
    </message>
    <message>
        <source>it has a palette of {bits} bits</source>
        <translation>tem uma paleta de {bits} bits</translation>
    </message>
    <message>
        <source>it has colours of {bits} bits</source>
        <translation>tem cores de {bits} bits</translation>
    </message>
    <message>
        <source>it has no output {names}</source>
        <translation>não tem a saída {names}</translation>
    </message>
    <message>
        <source>it has no page</source>
        <translation>não tem nenhuma página</translation>
    </message>
    <message>
        <source>it has no records</source>
        <translation>não tem registros</translation>
    </message>
    <message>
        <source>it has no such member any more</source>
        <translation>não tem mais esse membro</translation>
    </message>
    <message>
        <source>it has {bits} bits a value</source>
        <translation>tem {bits} bits por valor</translation>
    </message>
    <message>
        <source>it has {count} channels</source>
        <translation>tem {count} canais</translation>
    </message>
    <message>
        <source>it has {count} channels of {bits} bits</source>
        <translation>tem {count} canais de {bits} bits</translation>
    </message>
    <message>
        <source>it has {found} RLE segments where {needed} are needed</source>
        <translation>tem {found} segmentos RLE onde são necessários {needed}</translation>
    </message>
    <message>
        <source>it has {found} strips or tiles, not {expected}</source>
        <translation>tem {found} faixas ou blocos, não {expected}</translation>
    </message>
    <message>
        <source>it holds more rows than it announces</source>
        <translation>contém mais linhas do que anuncia</translation>
    </message>
    <message>
        <source>it is a JPEG-LS outside a DICOM file</source>
        <translation>é um JPEG-LS fora de um arquivo DICOM</translation>
    </message>
    <message>
        <source>it is a PNG of a private kind</source>
        <translation>é um PNG de tipo privado</translation>
    </message>
    <message>
        <source>it is a TIFF compressed as {method}</source>
        <translation>é um TIFF comprimido como {method}</translation>
    </message>
    <message>
        <source>it is compressed as High-Throughput JPEG 2000</source>
        <translation>está comprimido como High-Throughput JPEG 2000</translation>
    </message>
    <message>
        <source>it is damaged, or no model at all</source>
        <translation>está danificado, ou não é um modelo</translation>
    </message>
    <message>
        <source>it is encrypted in a rare way</source>
        <translation>está criptografado de modo raro</translation>
    </message>
    <message>
        <source>it is in printing colours (CMYK)</source>
        <translation>está em cores de impressão (CMYK)</translation>
    </message>
    <message>
        <source>it is made for another input than the classifier</source>
        <translation>foi feito para outra entrada que não a do classificador</translation>
    </message>
    <message>
        <source>it is one part of several</source>
        <translation>é uma parte de várias</translation>
    </message>
    <message>
        <source>it points to a place behind its end</source>
        <translation>aponta para um lugar além de seu fim</translation>
    </message>
    <message>
        <source>its JPEG 2000 picture has a palette</source>
        <translation>sua imagem JPEG 2000 tem uma paleta</translation>
    </message>
    <message>
        <source>its JPEG 2000 wrapper holds no picture</source>
        <translation>seu invólucro JPEG 2000 não contém imagem</translation>
    </message>
    <message>
        <source>its JPEG stream has two frame headers</source>
        <translation>seu fluxo JPEG tem dois cabeçalhos de quadro</translation>
    </message>
    <message>
        <source>its JPEG stream is hierarchical or states its height at the end</source>
        <translation>seu fluxo JPEG é hierárquico ou declara a altura no fim</translation>
    </message>
    <message>
        <source>its JPEG stream states its height at the end</source>
        <translation>seu fluxo JPEG declara a altura no fim</translation>
    </message>
    <message>
        <source>its JPEG stream uses arithmetic coding</source>
        <translation>seu fluxo JPEG usa codificação aritmética</translation>
    </message>
    <message>
        <source>its JPEG stream uses hierarchical coding</source>
        <translation>seu fluxo JPEG usa codificação hierárquica</translation>
    </message>
    <message>
        <source>its RLE segments do not follow each other</source>
        <translation>seus segmentos RLE não se seguem</translation>
    </message>
    <message>
        <source>its bits are in reverse order</source>
        <translation>seus bits estão em ordem inversa</translation>
    </message>
    <message>
        <source>its classes are not {names}</source>
        <translation>suas classes não são {names}</translation>
    </message>
    <message>
        <source>its colours are {kind}</source>
        <translation>suas cores são {kind}</translation>
    </message>
    <message>
        <source>its compressed pixels are missing</source>
        <translation>faltam seus pixels comprimidos</translation>
    </message>
    <message>
        <source>its compressed pixels are not made of fragments</source>
        <translation>seus pixels comprimidos não são feitos de fragmentos</translation>
    </message>
    <message>
        <source>its compressed pixels end too early</source>
        <translation>seus pixels comprimidos terminam cedo demais</translation>
    </message>
    <message>
        <source>its compressed stream and its header disagree on the sign of values</source>
        <translation>seu fluxo comprimido e seu cabeçalho discordam quanto ao sinal dos valores</translation>
    </message>
    <message>
        <source>its compressed stream ends too early</source>
        <translation>seu fluxo comprimido termina cedo demais</translation>
    </message>
    <message>
        <source>its compressed stream goes on behind the picture</source>
        <translation>seu fluxo comprimido continua após a imagem</translation>
    </message>
    <message>
        <source>its compressed stream has no beginning</source>
        <translation>seu fluxo comprimido não tem início</translation>
    </message>
    <message>
        <source>its compressed stream has no header</source>
        <translation>seu fluxo comprimido não tem cabeçalho</translation>
    </message>
    <message>
        <source>its compressed stream has no picture</source>
        <translation>seu fluxo comprimido não tem imagem</translation>
    </message>
    <message>
        <source>its compressed stream has values of more than {bits} bits</source>
        <translation>seu fluxo comprimido tem valores de mais de {bits} bits</translation>
    </message>
    <message>
        <source>its compressed stream holds {found} values where {expected} were announced</source>
        <translation>seu fluxo comprimido contém {found} valores onde foram anunciados {expected}</translation>
    </message>
    <message>
        <source>its compressed stream is not all there</source>
        <translation>seu fluxo comprimido não está completo</translation>
    </message>
    <message>
        <source>its compressed stream is out of step</source>
        <translation>seu fluxo comprimido está fora de sincronia</translation>
    </message>
    <message>
        <source>its compressed stream: {reason}</source>
        <translation>seu fluxo comprimido: {reason}</translation>
    </message>
    <message>
        <source>its deflated data set cannot be inflated</source>
        <translation>seu conjunto de dados não pode ser inflado</translation>
    </message>
    <message>
        <source>its deflated data set ends too early</source>
        <translation>seu conjunto de dados comprimido termina cedo demais</translation>
    </message>
    <message>
        <source>its directory contradicts itself</source>
        <translation>seu diretório se contradiz</translation>
    </message>
    <message>
        <source>its directory does not lie in it</source>
        <translation>seu diretório não está nele</translation>
    </message>
    <message>
        <source>its directory ends too early</source>
        <translation>seu diretório termina cedo demais</translation>
    </message>
    <message>
        <source>its end is damaged</source>
        <translation>seu fim está danificado</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>falta seu fim</translation>
    </message>
    <message>
        <source>its fragments make {found} frames, not {frames}</source>
        <translation>seus fragmentos formam {found} quadros, não {frames}</translation>
    </message>
    <message>
        <source>its header has a wrong length</source>
        <translation>seu cabeçalho tem comprimento errado</translation>
    </message>
    <message>
        <source>its header makes no sense</source>
        <translation>seu cabeçalho não faz sentido</translation>
    </message>
    <message>
        <source>its heads are not {names}</source>
        <translation>suas cabeças não são {names}</translation>
    </message>
    <message>
        <source>its input is {found} instead of {wanted}</source>
        <translation>sua entrada é {found} em vez de {wanted}</translation>
    </message>
    <message>
        <source>its kind is not stated</source>
        <translation>seu tipo não está informado</translation>
    </message>
    <message>
        <source>its members overlap</source>
        <translation>seus membros se sobrepõem</translation>
    </message>
    <message>
        <source>its metadata has no limit {names}</source>
        <translation>seus metadados não têm o limite {names}</translation>
    </message>
    <message>
        <source>its pages refer to each other in a circle</source>
        <translation>suas páginas se referem umas às outras em círculo</translation>
    </message>
    <message>
        <source>its palette cannot be used</source>
        <translation>sua paleta não pode ser usada</translation>
    </message>
    <message>
        <source>its palette has not the size that it needs</source>
        <translation>sua paleta não tem o tamanho necessário</translation>
    </message>
    <message>
        <source>its palette is segmented</source>
        <translation>sua paleta é segmentada</translation>
    </message>
    <message>
        <source>its pixels are in fragments, its transfer syntax is uncompressed</source>
        <translation>seus pixels estão em fragmentos, mas sua sintaxe de transferência é sem compressão</translation>
    </message>
    <message>
        <source>its pixels end too early</source>
        <translation>seus pixels terminam cedo demais</translation>
    </message>
    <message>
        <source>its records are not made of items</source>
        <translation>seus registros não são feitos de itens</translation>
    </message>
    <message>
        <source>its rows cannot be inflated</source>
        <translation>suas linhas não podem ser infladas</translation>
    </message>
    <message>
        <source>its strips or tiles have no size</source>
        <translation>suas faixas ou blocos não têm tamanho</translation>
    </message>
    <message>
        <source>its strips or tiles hold more than the file</source>
        <translation>suas faixas ou blocos contêm mais do que o arquivo</translation>
    </message>
    <message>
        <source>its table of frames points to where no frame begins</source>
        <translation>sua tabela de quadros aponta para onde nenhum quadro começa</translation>
    </message>
    <message>
        <source>its values are floating-point numbers</source>
        <translation>seus valores são números de ponto flutuante</translation>
    </message>
    <message>
        <source>its values are floating-point or complex numbers</source>
        <translation>seus valores são números de ponto flutuante ou complexos</translation>
    </message>
    <message>
        <source>its values are predicted in a rare way</source>
        <translation>seus valores são preditos de modo raro</translation>
    </message>
    <message>
        <source>its values need more than 16 bits</source>
        <translation>seus valores precisam de mais de 16 bits</translation>
    </message>
    <message>
        <source>levels of nesting</source>
        <translation>níveis de aninhamento</translation>
    </message>
    <message>
        <source>members</source>
        <translation>membros</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>não há espaço no dispositivo</translation>
    </message>
    <message>
        <source>no such device or address</source>
        <translation>dispositivo ou endereço inexistente</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>arquivo ou pasta inexistente</translation>
    </message>
    <message>
        <source>of a rare kind</source>
        <translation>de um tipo raro</translation>
    </message>
    <message>
        <source>one sample a pixel as {photometric}</source>
        <translation>uma amostra por pixel como {photometric}</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>páginas</translation>
    </message>
    <message>
        <source>passes in its JPEG stream</source>
        <translation>passagens em seu fluxo JPEG</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permissão negada</translation>
    </message>
    <message>
        <source>printing colours</source>
        <translation>cores de impressão</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>sistema de arquivos somente leitura</translation>
    </message>
    <message>
        <source>segments in its JPEG 2000 stream</source>
        <translation>segmentos em seu fluxo JPEG 2000</translation>
    </message>
    <message>
        <source>segments in its JPEG stream</source>
        <translation>segmentos em seu fluxo JPEG</translation>
    </message>
    <message>
        <source>the colours of its JPEG 2000 stream differ in depth</source>
        <translation>as cores de seu fluxo JPEG 2000 diferem em profundidade</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>o arquivo está vazio</translation>
    </message>
    <message>
        <source>the functional groups of its frames cannot be read</source>
        <translation>os grupos funcionais de seus quadros não podem ser lidos</translation>
    </message>
    <message>
        <source>the header of its compressed stream is out of step</source>
        <translation>o cabeçalho de seu fluxo comprimido está fora de sincronia</translation>
    </message>
    <message>
        <source>the header of its compressed stream is too short</source>
        <translation>o cabeçalho de seu fluxo comprimido é curto demais</translation>
    </message>
    <message>
        <source>the header of its compressed stream makes no sense</source>
        <translation>o cabeçalho de seu fluxo comprimido não faz sentido</translation>
    </message>
    <message>
        <source>the member cannot be decompressed</source>
        <translation>o membro não pode ser descomprimido</translation>
    </message>
    <message>
        <source>the member cannot be decrypted</source>
        <translation>o membro não pode ser descriptografado</translation>
    </message>
    <message>
        <source>the member does not begin where the directory says</source>
        <translation>o membro não começa onde o diretório diz</translation>
    </message>
    <message>
        <source>the member is not what the directory says</source>
        <translation>o membro não é o que o diretório diz</translation>
    </message>
    <message>
        <source>the process that reads files does not start</source>
        <translation>o processo que lê arquivos não inicia</translation>
    </message>
    <message>
        <source>tiles in its JPEG 2000 stream</source>
        <translation>blocos em seu fluxo JPEG 2000</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>arquivos abertos demais</translation>
    </message>
    <message>
        <source>unknown content</source>
        <translation>conteúdo desconhecido</translation>
    </message>
    <message>
        <source>values in a field</source>
        <translation>valores em um campo</translation>
    </message>
    <message>
        <source>{bits} bits a pixel in {allocated}</source>
        <translation>{bits} bits por pixel em {allocated}</translation>
    </message>
    <message>
        <source>{found} bytes of pixels where {expected} were announced</source>
        <translation>{found} bytes de pixels onde foram anunciados {expected}</translation>
    </message>
    <message>
        <source>{found} pixels where {expected} were announced</source>
        <translation>{found} pixels onde foram anunciados {expected}</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} não pode ser lido</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} não é um número</translation>
    </message>
    <message>
        <source>{samples} samples a pixel</source>
        <translation>{samples} amostras por pixel</translation>
    </message>
    <message>
        <source>{stored} of {allocated} bits a pixel, the highest being {high}</source>
        <translation>{stored} de {allocated} bits por pixel, sendo {high} o mais alto</translation>
    </message>
    <message>
        <source>its manifest cannot be read: {reason}</source>
        <translation>não é possível ler seu manifesto: {reason}</translation>
    </message>
    <message>
        <source>the manifest beside it does not name it</source>
        <translation>o manifesto que o acompanha não o menciona</translation>
    </message>
    <message>
        <source>what is expected of it cannot be read</source>
        <translation>não é possível ler o que se espera dele</translation>
    </message>
    <message>
        <source>what is expected of it is not what came with this program</source>
        <translation>o que se espera dele não é o que veio com este programa</translation>
    </message>
</context>
<context>
    <name>reserved_keys</name>
    <message>
        <source>This key has no name by which it could be kept.</source>
        <translation>Esta tecla não tem nome com que possa ser guardada.</translation>
    </message>
    <message>
        <source>{key} is a digit on some keyboards, and the digits stay.</source>
        <translation>{key} é um dígito em alguns teclados, e os dígitos não mudam.</translation>
    </message>
    <message>
        <source>{key} is for texts: to select, copy, paste and undo.</source>
        <translation>{key} é para textos: selecionar, copiar, colar e desfazer.</translation>
    </message>
    <message>
        <source>{key} is taken by the film itself.</source>
        <translation>{key} é usada pela própria radiografia.</translation>
    </message>
    <message>
        <source>{key} moves the keyboard through the window and its lists.</source>
        <translation>{key} leva o teclado pela janela e suas listas.</translation>
    </message>
    <message>
        <source>{key} opens the menu that a right click opens.</source>
        <translation>{key} abre o menu do clique direito.</translation>
    </message>
    <message>
        <source>{key} opens the menu “{menu}”.</source>
        <translation>{key} abre o menu “{menu}”.</translation>
    </message>
    <message>
        <source>{key} presses the button that has the keyboard.</source>
        <translation>{key} aciona o botão que está com o teclado.</translation>
    </message>
    <message>
        <source>{key} belongs to the system.</source>
        <translation>{key} é do sistema.</translation>
    </message>
    <message>
        <source>{key} writes a sign on some keyboards, or belongs to the system.</source>
        <translation>{key} escreve um sinal em alguns teclados, ou é do sistema.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Below the result panel</source>
        <translation>Abaixo do painel de resultado</translation>
    </message>
    <message>
        <source>Dark, for a dark room</source>
        <translation>Escuro, para uma sala escura</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>A partir do próximo início</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
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
        <translation>Menos movimento</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Name, ID, birth date and sex; list and title name the patient all the same</source>
        <translation>Nome, ID, data de nascimento e sexo; a lista e o título nomeiam o paciente mesmo assim</translation>
    </message>
    <message>
        <source>Numbers and maps stay folded until you have recorded an impression</source>
        <translation>Números e mapas ficam recolhidos até que você registre uma impressão</translation>
    </message>
    <message>
        <source>Otherwise as the system asks</source>
        <translation>Caso contrário, como o sistema pedir</translation>
    </message>
    <message>
        <source>Patient data on the film</source>
        <translation>Dados do paciente sobre a radiografia</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>Avaliar primeiro</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Avaliação</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>The film stays on black in each</source>
        <translation>A radiografia fica sobre preto em todos</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Como no sistema</translation>
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
        <translation>Classificada.</translation>
    </message>
    <message>
        <source>Classified. Say first what you see: then the result unfolds.</source>
        <translation>Classificada. Diga primeiro o que vê: depois o resultado aparece.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Falhou.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Radiografia</translation>
    </message>
    <message>
        <source>Film: {what}</source>
        <translation>Radiografia: {what}</translation>
    </message>
    <message>
        <source>Map: {name}</source>
        <translation>Mapa: {name}</translation>
    </message>
    <message>
        <source>Not run.</source>
        <translation>Não analisada.</translation>
    </message>
    <message>
        <source>Reading.</source>
        <translation>Lendo.</translation>
    </message>
    <message>
        <source>Refused: not a film for this model.</source>
        <translation>Recusada: não é uma radiografia para este modelo.</translation>
    </message>
    <message>
        <source>above</source>
        <translation>mais de</translation>
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
        <translation>{number}, faixa de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>An opacity, but none of the three fits this film.</source>
        <translation>Uma opacidade, mas nenhuma das três se ajusta a esta radiografia.</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>Could be {most} or {last}: the model cannot tell them apart on this film.</source>
        <translation>Pode ser {most} ou {last}: o modelo não consegue distingui-las nesta radiografia.</translation>
    </message>
    <message>
        <source>Could be {one} or {other}: the model cannot tell them apart on this film.</source>
        <translation>Pode ser {one} ou {other}: o modelo não consegue distingui-las nesta radiografia.</translation>
    </message>
    <message>
        <source>No film looks like one with a grey box: a hint of what the model uses, no proof.</source>
        <translation>Nenhuma radiografia se parece com uma que tenha uma caixa cinza: um indício do que o modelo usa, não uma prova.</translation>
    </message>
    <message>
        <source>None of the three fits this film.</source>
        <translation>Nenhuma das três se ajusta a esta radiografia.</translation>
    </message>
    <message>
        <source>Of the three, only {name} is not ruled out.</source>
        <translation>Das três, só não é possível descartar: {name}.</translation>
    </message>
    <message>
        <source>Small changes of the whole film do as much.</source>
        <translation>Pequenas alterações da radiografia inteira fazem o mesmo.</translation>
    </message>
    <message>
        <source>Such a statement holds the true class in 9 of 10 films like those the model was calibrated on; on other films perhaps in fewer.</source>
        <translation>Uma afirmação assim contém a classe verdadeira em 9 de 10 radiografias como as usadas para calibrar o modelo; em outras, talvez em menos.</translation>
    </message>
    <message>
        <source>The model cannot tell: on this film it rules nothing out.</source>
        <translation>O modelo não sabe dizer: nesta radiografia, não descarta nada.</translation>
    </message>
    <message>
        <source>The model was not shown this part: hiding it changes nothing.</source>
        <translation>Esta parte não foi mostrada ao modelo: ocultá-la não muda nada.</translation>
    </message>
    <message>
        <source>The model was shown {share} of the box: it sees the lungs alone.</source>
        <translation>Foi mostrado ao modelo {share} da caixa: ele só vê os pulmões.</translation>
    </message>
    <message>
        <source>With the box hidden, no number changes by as much as one percent point.</source>
        <translation>Com a caixa oculta, nenhum número muda sequer um ponto percentual.</translation>
    </message>
    <message>
        <source>With the box hidden, {changes} (percent points).</source>
        <translation>Com a caixa oculta, {changes} (pontos percentuais).</translation>
    </message>
    <message>
        <source>an opacity of another kind</source>
        <translation>uma opacidade de outro tipo</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>not assessed in adults</source>
        <translation>não avaliada em adultos</translation>
    </message>
    <message>
        <source>not assessed in children</source>
        <translation>não avaliada em crianças</translation>
    </message>
    <message>
        <source>viral pneumonia</source>
        <translation>pneumonia viral</translation>
    </message>
    <message>
        <source>{name} falls by {points}</source>
        <translation>{name} cai {points}</translation>
    </message>
    <message>
        <source>{name} rises by {points}</source>
        <translation>{name} sobe {points}</translation>
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
        <translation>faixa completa</translation>
    </message>
</context>
</TS>
