"""What invented people are named from: given names, parts of family names, offices, titles, words of notes.

Cyrillic is written once; `benchmarks.people` makes Russian of Kazakh and Latin of Cyrillic. Names of Europe
and Asia are pairs, Latin and Russian.
"""

KAZAKH_MEN = (
    "Абай Абзал Азамат Айбек Айдар Айдос Ақжол Алдияр Әлихан Алмас Алтай Аман Арман Асқар Асылбек Бақыт "
    "Бауыржан Бейбіт Берік Болат Дамир Дархан Дәулет Досжан Ерболат Ерғали Ерлан Ермек Ернар Есен Жанат "
    "Жандос Жасұлан Жомарт Жұмабек Ізбасар Қайрат Қанат Қасым Құаныш Мақсат Марат Мұрат Мұхтар Нұрбол "
    "Нұржан Нұрлан Оралбек Руслан Рүстем Сәкен Саят Серік Сұңғат Талғат Тимур Төлеген Ұлан Шыңғыс Ілияс"
).split()
KAZAKH_WOMEN = (
    "Айгерім Айгүл Айдана Айжан Айнұр Айсұлу Ақбота Ақмарал Алия Алма Арай Асель Аяулым Бағдат Балжан "
    "Балнұр Ботагөз Гауһар Гүлжан Гүлмира Гүлнәр Гүлшат Дана Дариға Динара Жанар Жансая Жібек Зарина "
    "Зәуре Индира Қарлығаш Күләш Лаура Ләззат Мадина Мәншүк Меруерт Назгүл Назым Нұргүл Перизат Раушан "
    "Роза Сабина Салтанат Самал Сандуғаш Сауле Тоғжан Толғанай Ұлбосын Фариза Шолпан Шынар"
).split()
KAZAKH_ROOTS = (
    "Абдра Айт Ақ Ал Аман Асан Ахмет Бай Бек Дос Ел Ер Есен Жақсы Жан Жұма Ибра Исма Кәрім Қали Қан Қасым "
    "Қожа Құл Мамы Мұқа Мұр Мұс Мыр Нұр Омар Ораз Оспан Рахым Сағын Сад Сапар Сар Сәр Сейіт Сұлтан Тай "
    "Тәж Темір Тоқ Төле Тұр Үсен Шаймар Шәр Ы"
).split()
KAZAKH_ENDS = (
    "бай бек бол ғали ғазы дан діл жан зақ қали құл мағамбет мақан манов мұрат мырза нәлі пек рахман сен "
    "сұлтан тай тас хан шах"
).split()
RUSSIAN_MEN = (
    "Александр Алексей Анатолий Андрей Антон Артём Борис Вадим Валентин Валерий Василий Виктор Виталий "
    "Владимир Вячеслав Геннадий Георгий Григорий Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл "
    "Константин Леонид Максим Михаил Никита Николай Олег Павел Пётр Роман Семён Сергей Станислав Степан "
    "Фёдор Юрий Ярослав"
).split()
RUSSIAN_WOMEN = (
    "Александра Алёна Алина Алла Анастасия Анна Валентина Валерия Вера Вероника Виктория Галина Дарья "
    "Евгения Екатерина Елена Елизавета Жанна Зинаида Зоя Инна Ирина Ксения Лариса Лидия Любовь Людмила "
    "Маргарита Марина Мария Надежда Наталья Нина Оксана Ольга Полина Светлана Софья Тамара Татьяна Юлия "
    "Яна"
).split()
RUSSIAN_FAMILIES = (
    "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков "
    "Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин "
    "Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов "
    "Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов "
    "Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров"
).split()
RUSSIAN_ROOTS = (
    "Баб Бел Бел Бог Бор Бур Вер Вол Гав Гор Гур Дан Дем Дор Ел Жар Зел Зим Зуб Каз Кал Кар Кол Кор Кос "
    "Кош Крас Куз Лап Лес Лог Лук Мак Мал Мар Мед Мел Мир Мол Нос Ост Пан Пет Плот Пол Рад Рог Руб Рыб "
    "Сав Сел Сид Сок Стар Сух Тар Тит Тих Тол Фом Хар Хол Чер Шир Шуб Щер Юр Яр"
).split()
RUSSIAN_MIDDLES = "ак ан ар ат ач ел ен ер еш ин ик иц ник об ов ог ок ош ун ур уш ыл ыр ыш".split()
RUSSIAN_ENDS = (("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ский", "ская"), ("енко", "енко"), ("юк", "юк"))

EUROPEAN_MEN = (
    "Anders/Андерс António/Антониу Bernard/Бернар Carlos/Карлос Charles/Чарльз Christian/Кристиан "
    "David/Дэвид Diego/Диего Erik/Эрик François/Франсуа Friedrich/Фридрих George/Джордж Giovanni/Джованни "
    "Hans/Ханс Henrik/Хенрик Jacques/Жак James/Джеймс Jan/Ян Javier/Хавьер Jean/Жан Johannes/Йоханнес "
    "John/Джон José/Хосе Juan/Хуан Jürgen/Юрген Karel/Карел Klaus/Клаус Krzysztof/Кшиштоф Lars/Ларс "
    "Louis/Луи Luca/Лука Marek/Марек Mark/Марк Michael/Майкл Miguel/Мигель Olivier/Оливье Paolo/Паоло "
    "Patrick/Патрик Paul/Пол Peter/Петер Philippe/Филипп Pierre/Пьер Rafael/Рафаэль Richard/Ричард "
    "Robert/Роберт Stefan/Стефан Thomas/Томас Tomasz/Томаш William/Уильям Wolfgang/Вольфганг "
    "Zoltán/Золтан"
).split()
EUROPEAN_WOMEN = (
    "Alice/Алис Ana/Ана Anna/Анна Astrid/Астрид Barbara/Барбара Beatriz/Беатрис Birgit/Биргит Carla/Карла "
    "Catherine/Катрин Charlotte/Шарлотта Claire/Клэр Claudia/Клаудия Elena/Елена Elisabeth/Элизабет "
    "Emma/Эмма Eva/Ева Françoise/Франсуаза Gabriela/Габриэла Grace/Грейс Helena/Хелена Ingrid/Ингрид "
    "Isabel/Исабель Jane/Джейн Jennifer/Дженнифер Joanna/Йоанна Julia/Юлия Katarzyna/Катажина Laura/Лаура "
    "Lucia/Лусия Magdalena/Магдалена Margaret/Маргарет María/Мария Marie/Мари Monika/Моника "
    "Natalie/Натали Nicole/Николь Paula/Паула Rebecca/Ребекка Sarah/Сара Silvia/Сильвия Sofia/София "
    "Susan/Сьюзан Teresa/Тереса Ursula/Урсула Victoria/Виктория"
).split()
EUROPEAN_FAMILIES = (
    "Smith/Смит Johnson/Джонсон Williams/Уильямс Brown/Браун Jones/Джонс Taylor/Тейлор Wilson/Уилсон "
    "Evans/Эванс Thompson/Томпсон Wright/Райт Walker/Уокер Hughes/Хьюз Clarke/Кларк Müller/Мюллер "
    "Schmidt/Шмидт Schneider/Шнайдер Fischer/Фишер Weber/Вебер Meyer/Майер Wagner/Вагнер Becker/Беккер "
    "Schulz/Шульц Hoffmann/Хоффман Koch/Кох Martin/Мартен Dubois/Дюбуа Durand/Дюран Moreau/Моро "
    "Laurent/Лоран Lefèvre/Лефевр Garnier/Гарнье Rousseau/Руссо Rossi/Росси Russo/Руссо Ferrari/Феррари "
    "Esposito/Эспозито Bianchi/Бьянки Romano/Романо García/Гарсия Martínez/Мартинес López/Лопес "
    "Sánchez/Санчес Rodríguez/Родригес Fernández/Фернандес Silva/Силва Santos/Сантуш Nowak/Новак "
    "Kowalski/Ковальский Wiśniewski/Вишневский Wójcik/Вуйцик Kamiński/Каминьский Novák/Новак "
    "Svoboda/Свобода Nagy/Надь Kovács/Ковач Szabó/Сабо Jensen/Йенсен Hansen/Хансен Andersson/Андерссон "
    "Johansson/Юханссон Lindberg/Линдберг Virtanen/Виртанен Korhonen/Корхонен de_Vries/де_Фрис "
    "van_Dijk/ван_Дейк Janssen/Янссен Papadopoulos/Пападопулос Popescu/Попеску Ionescu/Ионеску "
    "Petrović/Петрович Horvat/Хорват"
).split()
EUROPEAN_ROOTS = (
    "Berg/Берг Birk/Бирк Blum/Блюм Born/Борн Brand/Бранд Burg/Бург Eich/Айх Eisen/Айзен Feld/Фельд "
    "Gold/Гольд Gross/Грос Hart/Харт Haus/Хаус Holm/Хольм Kirch/Кирх Klein/Кляйн König/Кёниг Lang/Ланг "
    "Lind/Линд Neu/Ной Nord/Норд Oster/Остер Rosen/Розен Sand/Занд Schön/Шён Silber/Зильбер Sommer/Зоммер "
    "Stein/Штайн Stern/Штерн Wald/Вальд Wein/Вайн West/Вест Wolf/Вольф Zimmer/Циммер"
).split()
EUROPEAN_ENDS = (
    "bach/бах bauer/бауэр baum/баум berg/берг berger/бергер feld/фельд haus/хаус hoff/хофф kamp/камп "
    "mann/ман meier/майер ner/нер quist/квист rath/рат son/сон stedt/штедт strom/стрём thal/таль"
).split()
CHINESE_FAMILIES = (
    "Wang/Ван Li/Ли Zhang/Чжан Liu/Лю Chen/Чэнь Yang/Ян Huang/Хуан Zhao/Чжао Wu/У Zhou/Чжоу Xu/Сюй "
    "Sun/Сунь Ma/Ма Zhu/Чжу Hu/Ху Guo/Го He/Хэ Lin/Линь Luo/Ло Zheng/Чжэн Liang/Лян Xie/Се Song/Сун "
    "Tang/Тан Han/Хань Feng/Фэн"
).split()
CHINESE_SYLLABLES = (
    "bo/бо chun/чунь da/да fang/фан guang/гуан hai/хай hong/хун hua/хуа hui/хуэй jian/цзянь jie/цзе "
    "jing/цзин jun/цзюнь lei/лэй li/ли lin/линь long/лун mei/мэй min/минь ming/мин na/на ning/нин "
    "ping/пин qiang/цян qing/цин rong/жун shan/шань tao/тао wei/вэй wen/вэнь xia/ся xiang/сян xiao/сяо "
    "xin/синь xiu/сю yan/янь yi/и ying/ин yong/юн yu/юй yun/юнь zhen/чжэнь zhi/чжи zi/цзы"
).split()
ASIAN_FAMILIES = (
    "Yamamoto/Ямамото Nakamura/Накамура Tanaka/Танака Suzuki/Судзуки Watanabe/Ватанабэ Kobayashi/Кобаяси "
    "Sato/Сато Ito/Ито Fujimoto/Фудзимото Matsumoto/Мацумото Kim/Ким Park/Пак Choi/Чой Jung/Чон Kang/Кан "
    "Yoon/Юн Nguyen/Нгуен Tran/Чан Pham/Фам Singh/Сингх Sharma/Шарма Kumar/Кумар Patel/Патель Gupta/Гупта "
    "Khan/Хан Ahmed/Ахмед Hussain/Хуссейн Yıldız/Йылдыз Demir/Демир Kaya/Кая Çelik/Челик Şahin/Шахин "
    "Öztürk/Озтюрк Aydın/Айдын Al-Rashid/Аль-Рашид Al-Mansouri/Аль-Мансури Hosseini/Хоссейни "
    "Karimi/Карими Rahimov/Рахимов Yusupov/Юсупов Abdullayev/Абдуллаев Karimov/Каримов Mirzoev/Мирзоев "
    "Nazarov/Назаров Sharipov/Шарипов Mammadov/Мамедов Aliyev/Алиев Hasanov/Гасанов Batbayar/Батбаяр "
    "Ganbold/Ганболд"
).split()
ASIAN_GIVEN = (
    "Hiroshi/Хироси Kenji/Кэндзи Takeshi/Такэси Yuki/Юки Akiko/Акико Keiko/Кэйко Min-jun/Мин_Джун "
    "Ji-hoon/Чи_Хун Soo-jin/Су_Джин Van/Ван Thi/Тхи Minh/Минь Rajesh/Раджеш Amit/Амит Priya/Прия "
    "Anita/Анита Mehmet/Мехмет Mustafa/Мустафа Ahmet/Ахмет Ayşe/Айше Fatma/Фатма Zeynep/Зейнеп Omar/Омар "
    "Khalid/Халид Youssef/Юсеф Layla/Лейла Reza/Реза Fatemeh/Фатеме Jahongir/Жахонгир Bobur/Бобур "
    "Dilshod/Дилшод Nodira/Нодира Farrukh/Фаррух Zarina/Зарина Elchin/Эльчин Leyla/Лейла Rashid/Рашид "
    "Ibrahim/Ибрагим"
).split()

SUBJECTS = (
    "Agriculture/сельского_хозяйства Culture/культуры Defence/обороны Ecology/экологии Economy/экономики "
    "Education/просвещения Emergencies/чрезвычайных_ситуаций Energy/энергетики Finance/финансов "
    "Foreign_Affairs/иностранных_дел Health/здравоохранения Industry/промышленности "
    "Internal_Affairs/внутренних_дел Justice/юстиции Labour/труда Science/науки Sport/спорта "
    "Tourism/туризма Trade/торговли Transport/транспорта Water_Resources/водных_ресурсов "
    "Digital_Development/цифрового_развития"
).split()
FUNCTIONS = (
    "International_Cooperation/международного_сотрудничества "
    "Strategic_Planning/стратегического_планирования Legal_Affairs/правового_обеспечения Budget/бюджета "
    "Human_Resources/кадров Protocol/протокола Public_Relations/связей_с_общественностью Analysis/анализа "
    "Control/контроля Regional_Policy/региональной_политики Investment/инвестиций Procurement/закупок "
    "Digitalization/цифровизации Audit/аудита Standards/стандартов Monitoring/мониторинга"
).split()
CITIES = (
    "Astana/Астаны Almaty/Алматы Shymkent/Шымкента Aktau/Актау Aktobe/Актобе Atyrau/Атырау "
    "Karaganda/Караганды Kokshetau/Кокшетау Kostanay/Костаная Kyzylorda/Кызылорды Oral/Уральска "
    "Oskemen/Усть-Каменогорска Pavlodar/Павлодара Petropavl/Петропавловска Semey/Семея "
    "Taldykorgan/Талдыкоргана Taraz/Тараза Turkistan/Туркестана Zhezkazgan/Жезказгана Konaev/Конаева"
).split()
BODIES = (
    "Association/Ассоциация Bank/Банк Centre/Центр Chamber/Палата College/Колледж Company/Компания "
    "Embassy/Посольство Foundation/Фонд Institute/Институт Mission/Миссия University/Университет "
    "Agency/Агентство"
).split()
BODY_WORDS = (
    "Altyn/Алтын Ata/Ата Baiterek/Байтерек Bolashak/Болашак Caspian/Каспий Eurasian/Евразия Global/Глобал "
    "Green/Грин Irtysh/Иртыш Jetisu/Жетысу Kokshe/Кокше Mangystau/Мангистау Nomad/Номад Northern/Север "
    "Orda/Орда Otan/Отан Sary-Arka/Сарыарка Silk_Road/Шёлковый_путь Steppe/Степь Tengri/Тенгри "
    "Tulpar/Тулпар Unity/Единство"
).split()
TITLES = (
    "Adviser/Советник Ambassador/Посол Analyst/Аналитик Assistant/Помощник Attaché/Атташе "
    "Chief_Expert/Главный_эксперт Chief_Specialist/Главный_специалист Coordinator/Координатор "
    "Consultant/Консультант Counsellor/Советник_посольства Deputy_Director/Заместитель_директора "
    "Deputy_Head_of_Department/Заместитель_начальника_управления Deputy_Minister/Вице-министр "
    "Director/Директор Expert/Эксперт First_Secretary/Первый_секретарь "
    "Head_of_Department/Начальник_управления Head_of_Division/Руководитель_отдела Inspector/Инспектор "
    "Lawyer/Юрист Leading_Specialist/Ведущий_специалист Lecturer/Преподаватель Manager/Менеджер "
    "Minister/Министр Press_Secretary/Пресс-секретарь Professor/Профессор "
    "Programme_Officer/Сотрудник_по_программам Project_Manager/Руководитель_проекта "
    "Representative/Представитель Secretary/Секретарь"
).split()
NOTE_WORDS = (
    "the met at conference on of for and with to asked about project water budget agreement visit office "
    "region programme school road climate call back spoke promised letter after session group plan grant "
    "report draft minister deputy colleague proposal training youth women trade border energy health data "
    "paper translation signed sent offered steppe river glacier railway bank loan tender expert mission "
    "delegation interview forum round table harvest seeds cattle museum language teacher village pump "
    "station bridge customs visa transit cargo port canal dam wind solar uranium copper grain export "
    "quota permit licence audit court reform tax pension clinic vaccine nurse laboratory survey census "
    "map archive film music sport stadium ski horse tea dinner birthday brother daughter retired moved "
    "promoted prefers mornings Russian English Kazakh fluent cautious helpful knows counterpart precise "
    "reluctant"
).split()
