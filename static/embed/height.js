// Tells the page around an embed how high it is: when that changes, and when asked.
if (parent !== window) {
  const root = document.documentElement;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  };
  new ResizeObserver(tell).observe(root);
  addEventListener('message', tell);
}
