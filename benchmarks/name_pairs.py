"""Spellings of names for `benchmarks.names`: how the dossier has it, and how somebody may type it.

They are kept apart from the rules: none of them is an example in `dossier.model.folding` or its tests, and no
rule was made for one of them. A line is what is recorded, then what is typed.
"""

PEOPLE = """
Нұрсұлтан Назарбаев: Nursultan Nazarbayev | Нурсултан Назарбаев | Nazarbaev Nursultan | Nursoultan Nazarbaiev
Бақытжан Сағынтаев: Bakytzhan Sagintayev | Bakhytzhan Sagintaev | Бакытжан Сагинтаев | Baqytjan Saghyntaev
Асқар Мамин: Askar Mamin | Аскар Мамин | Asqar Mamin
Әлихан Смайылов: Alikhan Smailov | Алихан Смаилов | Alihan Smaiylov
Олжас Бектенов: Olzhas Bektenov | Oljas Bektenov
Ерлан Қошанов: Yerlan Koshanov | Ерлан Кошанов | Erlan Qoşanov
Мұрат Нұртілеу: Murat Nurtleu | Мурат Нуртлеу | Murat Nurtileu
Маулен Әшімбаев: Maulen Ashimbayev | Маулен Ашимбаев | Mäulen Äşimbaev
Қанат Бозымбаев: Kanat Bozumbayev | Канат Бозумбаев | Qanat Bozymbaev
Жаннат Ертлесова: Zhannat Ertlesova | Jannat Yertlessova
Гүлшара Әбдіқалықова: Gulshara Abdykalikova | Гульшара Абдыкаликова
Дәурен Абаев: Dauren Abayev | Даурен Абаев | Dauren Abaev
Қайрат Келімбетов: Kairat Kelimbetov | Kayrat Kelimbetov | Кайрат Келимбетов
Ержан Қазыханов: Yerzhan Kazykhanov | Erzhan Kazihanov | Ержан Казыханов
Роман Скляр: Roman Sklyar | Roman Skliar
Тамара Дүйсенова: Tamara Duisenova | Тамара Дуйсенова | Tamara Dyussenova
Балаим Кесебаева: Balaim Kesebayeva | Балаим Кесебаева | Balaim Kessebaeva
Серік Жұманғарин: Serik Zhumangarin | Serik Jumangharin | Серик Жумангарин
Асхат Орал: Askhat Oralov | Ashat Oralov
Нұрлан Ноғаев: Nurlan Nogayev | Nurlan Nogaev | Нурлан Ногаев
Аида Балаева: Aida Balayeva | Aida Balaeva
Мәулен Айманов: Maulen Aimanov | Маулен Айманов | Maulen Aymanov
Шыңғыс Айтматов: Chinghiz Aitmatov | Чингиз Айтматов | Chingiz Aytmatov
Дінмұхамед Қонаев: Dinmukhamed Kunayev | Динмухамед Кунаев | Dinmuhammed Konaev
Мұхтар Әуезов: Mukhtar Auezov | Мухтар Ауэзов | Muhtar Awezov
Абылай Хан: Ablai Khan | Абылай хан | Abilay Khan
Бауыржан Момышұлы: Baurzhan Momyshuly | Бауржан Момышулы | Bauirjan Momishuly
Жамбыл Жабаев: Dzhambul Dzhabayev | Джамбул Джабаев | Jambyl Jabaev
Сәбит Мұқанов: Sabit Mukanov | Сабит Муканов
Ғабиден Мұстафин: Gabiden Mustafin | Габиден Мустафин | Ghabiden Mustafin
Қаныш Сәтбаев: Kanysh Satpayev | Каныш Сатпаев | Kanish Satbaev
Шоқан Уәлиханов: Chokan Valikhanov | Чокан Валиханов | Shokan Ualikhanov
Ыбырай Алтынсарин: Ibrai Altynsarin | Ибрай Алтынсарин | Ybyrai Altinsarin
Күләш Байсейітова: Kulyash Baiseitova | Куляш Байсеитова
Әміре Қашаубаев: Amre Kashaubaev | Амре Кашаубаев | Amire Kashaubayev
Светлана Жақиянова: Svetlana Zhakiyanova | Светлана Жакиянова
Жансейіт Түймебаев: Zhanseit Tuimebayev | Жансеит Туймебаев | Janseit Tuymebaev
Бақыт Сұлтанов: Bakhyt Sultanov | Бахыт Султанов | Baqyt Sultanov
Қалмұханбет Қасымов: Kalmukhanbet Kassymov | Калмуханбет Касымов
Тимур Сүлейменов: Timur Suleimenov | Тимур Сулейменов | Timur Suleymenov
Сергей Лавров: Sergey Lavrov | Sergei Lavrov | Serguei Lavrov
Дмитрий Песков: Dmitry Peskov | Dmitri Peskov | Dmitriy Peskov
Мария Захарова: Maria Zakharova | Mariya Zaharova
Валентина Матвиенко: Valentina Matviyenko | Valentina Matvienko
Алексей Кудрин: Alexei Kudrin | Aleksey Kudrin
Пётр Чайковский: Pyotr Tchaikovsky | Peter Chaikovskii | Петр Чайковский
Фёдор Достоевский: Fyodor Dostoevsky | Fedor Dostoyevskiy | Feodor Dostoievski
Лев Толстой: Lev Tolstoy | Lev Tolstoi
Антон Чехов: Anton Chekhov | Anton Tchekhov | Anton Čehov
Илья Муромцев: Ilya Muromtsev | Ilia Muromcev
Юлия Щукина: Yulia Shchukina | Julia Shukina | Iuliia Shchukina
Евгений Яковлев: Evgeny Yakovlev | Yevgeni Iakovlev | Evgenij Jakovlev
Эльвира Набиуллина: Elvira Nabiullina | Elvira Nabiulina
Наталья Ющенко: Natalya Yushchenko | Natalia Iushchenko
Михаил Горбачёв: Mikhail Gorbachev | Michail Gorbatchev | Михаил Горбачев
Никита Хрущёв: Nikita Khrushchev | Никита Хрущев | Nikita Khruschev
Сооронбай Жээнбеков: Sooronbay Jeenbekov | Sooronbai Zheenbekov
Садыр Жапаров: Sadyr Japarov | Sadyr Zhaparov
Шавкат Мирзиёев: Shavkat Mirziyoyev | Shavkat Mirziyaev | Шавкат Мирзиеев
Эмомали Рахмон: Emomali Rahmon | Emomali Rakhmon
Гурбангулы Бердымухамедов: Gurbanguly Berdimuhamedow | Gurbanguly Berdymukhammedov
Сердар Бердымухамедов: Serdar Berdimuhamedow | Serdar Berdymukhamedov
Ильхам Алиев: Ilham Aliyev | İlham Əliyev | Ilkham Aliev
Никол Пашинян: Nikol Pashinyan | Nikol Pachinian
Саломе Зурабишвили: Salome Zourabichvili | Salome Zurabishvili
Ислам Каримов: Islam Karimov | Islom Karimov
Абдулазиз Камилов: Abdulaziz Kamilov | Abdulaziz Komilov
Ursula von der Leyen: Урсула фон дер Ляйен | Ursula von der Leien
Josep Borrell: Жозеп Боррель | Josep Borel
Emmanuel Macron: Эмманюэль Макрон | Emanuel Makron
Olaf Scholz: Олаф Шольц | Olaf Sholz
Angela Merkel: Ангела Меркель | Angela Merkl
Annalena Baerbock: Анналена Бербок | Annalena Berbock
Jens Stoltenberg: Йенс Столтенберг | Jens Stoltenburg
Ban Ki-moon: Пан Ги Мун | Ban Kimoon
Kofi Annan: Кофи Аннан | Kofi Anan
Boutros Boutros-Ghali: Бутрос Бутрос-Гали | Boutros Ghali
Amina Mohammed: Амина Мохаммед | Amina Muhammad
Rebeca Grynspan: Ребека Гринспен | Rebeca Grinspan
Achim Steiner: Ахим Штайнер | Achim Shteiner
Catherine Russell: Кэтрин Рассел | Katherine Russel
Filippo Grandi: Филиппо Гранди | Filipo Grandi
Michaela Friberg-Storey: Микаэла Фриберг-Стори | Mikaela Friberg Storey
Tedros Adhanom Ghebreyesus: Тедрос Адханом Гебрейесус | Tedros Gebreyesus
Kristalina Georgieva: Кристалина Георгиева | Kristalina Gueorguieva
António Vitorino: Антониу Виторину | Antonio Vitorino
Viktor Orbán: Виктор Орбан | Victor Orban
Recep Tayyip Erdoğan: Реджеп Тайип Эрдоган | Recep Erdogan
Mevlüt Çavuşoğlu: Мевлют Чавушоглу | Mevlut Cavusoglu
Hakan Fidan: Хакан Фидан | Khakan Fidan
Xi Jinping: Си Цзиньпин | Xi Jin Ping
Wang Yi: Ван И | Wang Yi
Li Keqiang: Ли Кэцян | Li Kequiang
Zhang Xiao: Чжан Сяо | Zhang Siao
Shinzo Abe: Синдзо Абэ | Shinzou Abe
Fumio Kishida: Фумио Кисида | Fumio Kisida
Narendra Modi: Нарендра Моди | Narendra Mody
Subrahmanyam Jaishankar: Субраманьям Джайшанкар | Subramaniam Jaishankar
Bakhtiyor Saidov: Бахтиёр Саидов | Bahtiyar Saidov
Zbigniew Brzeziński: Збигнев Бжезинский | Zbigniew Brzezinski
Lech Wałęsa: Лех Валенса | Lech Walesa
Václav Havel: Вацлав Гавел | Vaclav Havel
Charles Michel: Шарль Мишель | Charles Mishel
"""

PLACES = """
Өскемен: Oskemen | Öskemen
Қостанай: Kostanay | Костанай | Kostanai | Qostanai
Көкшетау: Kokshetau | Кокшетау | Kökşetau
Ақтау: Aktau | Актау | Aqtau
Ақсу-Жабағылы: Aksu-Zhabagly | Аксу-Жабаглы | Aqsu Jabagly
Балқаш: Balkhash | Балхаш | Balqash
Байқоңыр: Baikonur | Байконур | Baiqongyr
Екібастұз: Ekibastuz | Экибастуз | Yekibastuz
Зайсаң: Zaysan | Зайсан | Zaisan
Жаңаөзен: Zhanaozen | Жанаозен | Janaozen
Жезқазған: Zhezkazgan | Жезказган | Jezqazghan
Қапшағай: Kapchagay | Капчагай | Kapshagai | Qapshaghai
Қарағанды: Karaganda | Караганда | Qaraghandy
Қордай: Korday | Кордай | Qordai
Мақтаарал: Maktaaral | Мактаарал | Maqtaaral
Орал: Oral | Uralsk
Сарыағаш: Saryagash | Сарыагаш | Saryaghash
Семей: Semey | Semei
Талдықорған: Taldykorgan | Талдыкорган | Taldiqorghan
Теміртау: Temirtau | Темиртау
Түркістан: Turkistan | Туркестан | Turkestan
Хромтау: Khromtau | Hromtau
Шардара: Chardara | Shardara
Шемонаиха: Shemonaikha | Shemonaiha
Щучинск: Shchuchinsk | Schuchinsk | Shuchinsk
Степногорск: Stepnogorsk | Stepnogorsk
Аягөз: Ayagoz | Аягоз | Ayaguz
Шалқар: Shalkar | Шалкар | Chalkar
Құлсары: Kulsary | Кульсары | Qulsary
Риддер: Ridder | Rider
"""


def pairs(text: str) -> list[tuple[str, list[str]]]:
    """What is recorded, and how it may be typed."""
    lines = (line.partition(": ") for line in text.strip().splitlines())
    return [(recorded, [each.strip() for each in typed.split("|")]) for recorded, _, typed in lines]
