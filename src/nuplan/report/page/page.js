'use strict';
(() => {
  const pictures = JSON.parse(document.getElementById('pictures').textContent);
  const WIDTH = 230;
  const HEIGHT = { way: 84, bar: 44, range: 44, places: 26 };

  // Pictures. Colours are those of the style sheet, so that dark pages and paper need no second drawing.
  const label = (text, position, extra) => ({ show: true, formatter: () => text, position, color: 'var(--ink)', fontSize: 11, distance: 4, ...extra });
  const scatter = (x, y, symbol, size, style, text) => ({
    type: 'scatter', data: [[x, y]], symbol, symbolSize: size, itemStyle: { opacity: 1, ...style }, label: text || { show: false }, z: 4,
  });
  const line = (points, style) => ({ type: 'line', data: points, symbol: 'none', lineStyle: style });
  const hidden = { show: false };
  const base = { animation: false, silent: true, textStyle: { fontFamily: 'inherit' } };

  function way(d) {
    const values = [d.from[0], d.now[0], d.path, d.to[0]];
    const low = Math.min(...values);
    const high = Math.max(...values);
    const rising = d.to[0] >= d.from[0];
    const tone = `var(--${d.tone})`;
    const above = rising ? d.now[0] > d.path : d.now[0] >= d.path;
    const beside = d.at > 0.6 && above === rising;
    return {
      ...base,
      grid: { left: 6, right: 8, top: 22, bottom: 32 },
      xAxis: {
        min: 0, max: 1, interval: 1, axisTick: hidden, splitLine: hidden,
        axisLine: { lineStyle: { color: 'var(--rule)' }, onZero: false },
        axisLabel: { formatter: (v) => (v ? d.due : `${d.start} ${d.from[1]}`), color: 'var(--soft)', fontSize: 11, margin: 16, alignMinLabel: 'left', alignMaxLabel: 'right' },
      },
      yAxis: { min: low, max: high === low ? low + 1 : high, show: false },
      series: [
        line([[0, d.from[0]], [1, d.to[0]]], { color: 'var(--soft)', width: 1.4, type: [4, 3] }),
        line([[d.at, d.path], [d.at, d.now[0]]], { color: tone, width: 1.4, type: [2, 2] }),
        line([[0, d.from[0]], [d.at, d.now[0]]], { color: tone, width: 2.4 }),
        scatter(0, d.from[0], 'circle', 6, { color: 'var(--card)', borderColor: 'var(--soft)', borderWidth: 1.6 }),
        scatter(d.at, d.path, 'rect', [7, 1.6], { color: 'var(--soft)' }),
        scatter(d.at, d.now[0], 'circle', 8, { color: tone },
          label(d.now[1], beside ? 'left' : above ? 'top' : 'bottom', { align: beside ? 'right' : d.at < 0.2 ? 'left' : d.at > 0.8 ? 'right' : 'center', fontWeight: 'bold', color: tone })),
        scatter(1, d.to[0], 'diamond', 11, { color: 'var(--main)' },
          label(d.to[1], rising ? 'top' : 'bottom', { align: 'right', offset: [5, 0], color: 'var(--main)' })),
      ],
    };
  }

  function scale(values, full) {
    const low = Math.min(0, ...values);
    const high = full === null ? Math.max(0, ...values) : Math.max(full, ...values);
    return { min: low, max: high === low ? low + 1 : high, show: false };
  }

  const flat = { type: 'category', data: [''], show: false };
  const end = (x, min, max) => { const at = (x - min) / (max - min); return at < 0.2 ? 'left' : at > 0.8 ? 'right' : 'center'; };

  function bar(d) {
    const axis = scale([d.now[0], d.to[0]], d.full);
    const tone = `var(--${d.tone})`;
    return {
      ...base,
      grid: { left: 4, right: 6, top: 16, bottom: 16 },
      xAxis: axis, yAxis: flat,
      series: [
        { type: 'bar', data: [d.now[0]], barWidth: 10, itemStyle: { color: tone }, showBackground: true, backgroundStyle: { color: 'var(--faint)' } },
        scatter(d.now[0], 0, 'rect', [2, 10], { color: tone }, label(d.now[1], 'bottom', { align: end(d.now[0], axis.min, axis.max), color: tone, fontWeight: 'bold' })),
        scatter(d.to[0], 0, 'rect', [2.4, 18], { color: 'var(--main)' }, label(d.to[1], 'top', { align: end(d.to[0], axis.min, axis.max), color: 'var(--main)', distance: 2 })),
      ],
    };
  }

  function range(d) {
    const known = [d.low, d.high, d.to].filter(Boolean).map((pair) => pair[0]);
    const axis = scale(known, d.full);
    if (d.full === null && (!d.high || !d.low)) axis.max += (axis.max - axis.min) * 0.15;
    const low = d.low ? d.low[0] : axis.min;
    const high = d.high ? d.high[0] : axis.max;
    const tone = `var(--${d.tone})`;
    const exact = d.low && d.high && d.low[1] === d.high[1];
    const under = (pair) => scatter(pair[0], 0, 'rect', [2, 10], { color: tone }, label(pair[1], 'bottom', { align: end(pair[0], axis.min, axis.max), color: tone, fontWeight: 'bold' }));
    return {
      ...base,
      grid: { left: 4, right: 6, top: 16, bottom: 16 },
      xAxis: axis, yAxis: flat,
      series: [
        { type: 'bar', stack: 'a', data: [exact ? 0 : low], barWidth: 10, itemStyle: { color: 'transparent' }, showBackground: true, backgroundStyle: { color: 'var(--faint)' } },
        { type: 'bar', stack: 'a', data: [exact ? high : high - low], barWidth: 10, itemStyle: { color: tone, opacity: exact ? 1 : 0.55 } },
        ...(d.low ? [under(d.low)] : []),
        ...(d.high && !exact ? [under(d.high)] : []),
        ...(d.point === null || exact ? [] : [scatter(d.point, 0, 'circle', 8, { color: tone, borderColor: 'var(--card)', borderWidth: 1 })]),
        scatter(d.to[0], 0, 'rect', [2.4, 18], { color: 'var(--main)' }, label(d.to[1], 'top', { align: end(d.to[0], axis.min, axis.max), color: 'var(--main)', distance: 2 })),
      ],
    };
  }

  function places(d) {
    const piece = (count, tone) => ({
      type: 'bar', stack: 'a', data: [count], barWidth: 18, itemStyle: { color: `var(--${tone})`, borderColor: 'var(--card)', borderWidth: 1 },
      label: { show: count > 0, formatter: () => String(count), color: 'var(--card)', fontSize: 11, fontWeight: 'bold' },
    });
    return {
      ...base,
      grid: { left: 4, right: 6, top: 3, bottom: 3 },
      xAxis: { min: 0, max: d.all || 1, show: false }, yAxis: flat,
      series: [piece(d.counts.met, 'good'), piece(d.counts.unknown, 'dim'), piece(d.counts.missed, 'bad')],
    };
  }

  const options = { way, bar, range, places };

  function draw(holder) {
    const data = pictures[holder.dataset.picture];
    if (holder.firstChild || !data) return;
    const chart = echarts.init(holder, null, { renderer: 'svg', width: WIDTH, height: HEIGHT[data.kind] });
    chart.setOption(options[data.kind](data));
  }

  const holders = [...document.querySelectorAll('.picture')];
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        draw(entry.target);
        seen.unobserve(entry.target);
      }
    }
  }, { rootMargin: '400px' });
  holders.forEach((holder) => seen.observe(holder));
  addEventListener('beforeprint', () => holders.forEach(draw));

  // Which targets are shown: those of the area that the address names, and that the filters let pass.
  const form = document.getElementById('filter');
  if (!form) return;
  const cities = [...document.querySelectorAll('.city')];
  const rows = [...document.querySelectorAll('.targets tr[id]')];
  const texts = new Map();
  const fields = form.elements;
  const chosen = (name) => (fields[name] ? fields[name].value : '');
  const output = form.querySelector('output');

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  function passes(row, words) {
    const pace = chosen('pace');
    return (!chosen('status') || row.dataset.status === chosen('status'))
      && (!pace || pace.split(' ').includes(row.dataset.pace))
      && (!chosen('department') || row.dataset.department.split(' ').includes(chosen('department')))
      && words.every((word) => textOf(row).includes(word));
  }

  function apply() {
    const words = chosen('words').toLowerCase().split(/\s+/).filter(Boolean);
    const area = chosen('area');
    let shown = 0;
    let all = 0;
    for (const city of cities) {
      const here = !area || city.id === area;
      let any = false;
      for (const row of city.querySelectorAll('.targets tr[id]')) {
        const passed = here && passes(row, words);
        row.hidden = !passed;
        any ||= passed;
        shown += passed;
        all += here;
      }
      city.hidden = !any && !(here && area);
      for (const part of city.querySelectorAll('tbody, .targets')) part.hidden = !part.querySelector('tr[id]:not([hidden])');
    }
    const count = form.dataset.count.replace('{shown}', shown).replace('{all}', all);
    output.textContent = shown ? count : `${form.dataset.none} · ${count}`;
  }

  function clear() {
    for (const name of ['words', 'status', 'pace', 'department']) if (fields[name]) fields[name].value = '';
  }

  function go(to) {
    const here = to.id.startsWith('city-') ? to : to.closest('.city');
    if (fields.area) fields.area.value = to.id.startsWith('city-') ? here.id : '';
    if (to !== here && to.hidden) clear();
    apply();
    const goal = to === here ? to.querySelector('h3') : to;
    if (goal !== to || to.matches('tr')) {
      goal.tabIndex = -1;
      goal.focus({ preventScroll: true });
    }
    const details = to.matches('tr') && to.querySelector('details');
    if (details) details.open = true;
    goal.scrollIntoView({ block: 'start' });
  }

  let before = '';
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const to = id && document.getElementById(id);
    if (to && (to.matches('.city') || to.matches('.targets tr'))) {
      go(to);
    } else if (before) {
      if (fields.area) fields.area.value = '';
      apply();
      const link = document.querySelector(`.map a[href="#${CSS.escape(before)}"]`);
      if (link && (!id || id === 'map')) link.focus();
      else if (to) to.scrollIntoView();
    }
    before = to && to.matches('.city') ? id : '';
  }

  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  document.addEventListener('click', (event) => {
    const again = event.target.closest('a[href^="#"]');
    if (again && again.getAttribute('href') === location.hash) follow();
    const link = event.target.closest('[data-set]');
    if (!link || !fields[link.dataset.set]) return;
    clear();
    fields[link.dataset.set].value = link.dataset.value;
    apply();
  });
  addEventListener('hashchange', follow);
  apply();
  follow();
})();
